// node-ical: reads a calendar from stdin and writes what it understood of each event.
import { readFileSync } from "node:fs";
import ical from "node-ical";

const events = Object.values(ical.sync.parseICS(readFileSync(0, "utf8")))
  .filter((each) => each.type === "VEVENT")
  .map((event) => ({
    uid: event.uid,
    start: event.datetype === "date" ? event.start.toISOString().slice(0, 10) : event.start.getTime() / 1000,
    title: event.summary,
    text: event.description ?? null,
    status: event.status,
  }));
process.stdout.write(JSON.stringify(events));
