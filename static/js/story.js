import "./display.js";
import "./filters.js";
import "./announce.js";
import "./steps.js";
import "./keys.js";
import "./presses.js";
