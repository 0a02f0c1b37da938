"use strict";

const state = document.getElementById("state");
const scheme = location.protocol === "https:" ? "wss" : "ws";
const socket = new WebSocket(`${scheme}://${location.host}/signaling`);
socket.addEventListener("open", () => {
  state.textContent = "The server can be reached from here.";
});
socket.addEventListener("error", () => {
  state.textContent = "The server cannot be reached from here.";
});
