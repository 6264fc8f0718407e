// Thunderbird's parser: reads a calendar from stdin and writes what it understood of each event.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((event) => {
  const start = event.getFirstPropertyValue("dtstart");
  return {
    uid: event.getFirstPropertyValue("uid"),
    start: start.isDate ? start.toString() : start.toUnixTime(),
    title: event.getFirstPropertyValue("summary"),
    text: event.getFirstPropertyValue("description"),
    status: event.getFirstPropertyValue("status"),
  };
});
process.stdout.write(JSON.stringify(events));
