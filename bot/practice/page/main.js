// The page of the practice workspace: each part draws itself and listens for what concerns it.

import { startBar } from "./shell/bar.js";
import { startHeading } from "./shell/heading.js";
import { startModal } from "./shell/modal.js";
import { startPlace } from "./shell/place.js";
import { startSide } from "./shell/side.js";
import { startSidebar } from "./shell/sidebar.js";
import { start } from "./sync.js";

const node = (id) => document.getElementById(id);

startBar(node("bar"));
startSidebar(node("sidebar"));
startHeading(node("heading"));
startPlace({ place: node("place"), foot: node("foot") });
startSide(node("side"));
startModal();
start();
