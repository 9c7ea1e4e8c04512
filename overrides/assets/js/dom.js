// Two helpers to make elements: text only, never markup.

/** An element with properties, data and children (strings become text). */
export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** `text` with its `{gaps}` filled. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
