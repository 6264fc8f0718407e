// The Page API, one function per request. docs/practice.md says what each carries.

/** What the workspace refused, with the sentence that Slack would show. */
export class Refusal extends Error {
  constructor(answer) {
    super(answer.shown || answer.error || "Something went wrong.");
    this.code = answer.error;
  }
}

/** Ask for something. */
export async function ask(path, query = {}) {
  return answerOf(await reach(`/practice/${path}?${new URLSearchParams(query)}`));
}

/** Do something, and return the answer even if it is a form's field errors. */
export async function tell(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(await reach(`/practice/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch {
    throw new Refusal({ error: "unreachable", shown: "The practice workspace does not answer. Is `adquem demo` still running?" });
  }
}

async function answerOf(response) {
  const answer = await response.json().catch(() => ({ ok: false, shown: `The workspace answered ${response.status}.` }));
  const refused = answer.ok === false && !answer.errors;
  if (refused || (!response.ok && !answer.errors)) throw new Refusal(answer);
  return answer;
}

/** Listen to what happens to a person; `opened` resolves once nothing can be missed, or cannot be heard at all. */
export function listen({ as, onevent, onreturn }) {
  const stream = new EventSource(`/practice/events?${new URLSearchParams({ as })}`);
  const opened = new Promise((resolve) => {
    stream.addEventListener("open", resolve, { once: true });
    stream.addEventListener("error", resolve, { once: true });
  });
  let lost = false;
  stream.addEventListener("message", (message) => onevent(JSON.parse(message.data)));
  stream.addEventListener("error", () => { lost = true; });
  stream.addEventListener("open", () => {
    if (lost) onreturn();
    lost = false;
  });
  return { opened, hangUp: () => stream.close() };
}
