import "./display.js";
import "./filters.js";
import "./announce.js";
import "./presses.js";
