// A statement to judge. Response: "true" or "false".

export * from "./single.js";

export const shuffles = false;
