// What fits on the screen at once: a block becomes one sheet or several, its head on each.

/** The parts of a list or a box, each in a shell like the whole; a list goes on with its numbers. */
const partsOf = (piece) =>
  [...piece.children].map((child, n) => {
    const shell = piece.cloneNode(false);
    if (piece.localName === "ol") shell.start = piece.start + n;
    shell.append(child);
    return shell;
  });

const isBroken = (piece, alone) => piece.children.length > 1 && (alone || piece.matches("ol, ul"));

/**
 * The sheets of a block. A piece that is too tall for a whole screen is a sheet that can be scrolled.
 * @param {Element} stage  where they will be shown; it is emptied
 * @param {() => Element} slide  an empty sheet with the head of the block
 */
export const sheetsOf = (stage, slide, pieces) => {
  const sheets = [];
  const waiting = [...pieces];
  let sheet;
  let room; // children of a sheet without a piece
  const begin = () => {
    sheet = slide();
    room = sheet.children.length;
    sheets.push(sheet);
    stage.replaceChildren(sheet);
  };
  begin();
  while (waiting.length) {
    const piece = waiting.shift();
    const alone = sheet.children.length === room;
    sheet.append(piece);
    if (stage.scrollHeight <= stage.clientHeight) continue;
    if (isBroken(piece, alone)) {
      piece.remove();
      waiting.unshift(...partsOf(piece));
    } else if (!alone) {
      waiting.unshift(piece);
      begin();
    } else if (waiting.length) begin();
  }
  return sheets;
};
