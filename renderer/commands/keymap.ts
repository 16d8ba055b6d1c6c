/**
 * Keys of the commands after the InDesign set that editors know (reference/newsroom.md, 4.2).
 * `Mod` is Ctrl, on macOS ⌘. Keys are named as the keyboard prints them; a command may have
 * several, the first is shown in menus. Single letters work only while no text has the caret.
 */
export const INDESIGN_KEYMAP: Readonly<Record<string, readonly string[]>> = {
  'file.new': ['Mod+N'],
  'file.open': ['Mod+O'],
  'file.save': ['Mod+S'],
  'file.close': ['Mod+W'],
  'file.saveElsewhere': ['Mod+Shift+S'],
  'file.press': ['Mod+E'],
  'file.pageProofs': ['Mod+P'],
  'file.compare': ['Mod+Alt+K'],
  'file.deliver': ['Mod+Alt+E'],
  'edit.undo': ['Mod+Z'],
  'edit.redo': ['Mod+Shift+Z', 'Mod+Y'],
  'text.cut': ['Mod+X'],
  'text.copy': ['Mod+C'],
  'edit.find': ['Mod+F'],
  'edit.replace': ['Mod+H'],
  'edit.findNext': ['F3'],
  'edit.findPrevious': ['Shift+F3'],
  'proof.next': ['F8'],
  'proof.previous': ['Shift+F8'],
  'proof.mend': ['Mod+F8'],
  'text.paste': ['Mod+V'],
  'text.pasteAsIs': ['Mod+Shift+V'],
  'text.selectAll': ['Mod+A'],
  'edit.palette': ['Mod+K', 'Mod+Shift+P'],
  'edit.settings': ['Mod+,'],
  'tool.select': ['V'],
  'tool.text': ['T'],
  'tool.hand': ['H'],
  'tool.zoom': ['Z'],
  'page.add': ['Mod+Shift+N'],
  'page.next': ['Shift+PageDown'],
  'page.previous': ['Shift+PageUp'],
  'view.fitPage': ['Mod+0'],
  'view.fitWidth': ['Mod+Alt+0'],
  'view.actualSize': ['Mod+1'],
  'view.double': ['Mod+2'],
  'view.larger': ['Mod+=', 'Mod++'],
  'view.smaller': ['Mod+-'],
  'view.preview': ['W'],
  'view.grid': ["Mod+'"],
  'view.baselines': ["Mod+Alt+'"],
  'view.columns': ['Mod+;'],
  'view.threads': ['Mod+Alt+Y'],
  'view.colours.proof': ['Mod+Alt+Shift+Y'],
  'view.colours.plates': ['Mod+F6'],
  'view.plates.all': ['Mod+Alt+Shift+0'],
  'view.plates.cyan': ['Mod+Alt+Shift+1'],
  'view.plates.magenta': ['Mod+Alt+Shift+2'],
  'view.plates.yellow': ['Mod+Alt+Shift+3'],
  'view.plates.black': ['Mod+Alt+Shift+4'],
  'view.findings': ['Mod+Alt+Shift+F'],
  'view.proof': ['Mod+Alt+P'],
  'view.pageOnly': ['Mod+\\'],
  'view.galley': ['Mod+Shift+Y'],
  'view.nextArea': ['F6'],
  'view.previousArea': ['Shift+F6'],
  'text.crosshead': ['Mod+Alt+1'],
  'text.leadIn': ['Mod+Alt+2'],
  'text.byline': ['Mod+Alt+3'],
  'text.strong': ['Mod+B'],
  'headline.panel': ['Mod+Shift+H'],
  'headline.larger': ['Mod+>', 'Mod+Shift+.'],
  'headline.smaller': ['Mod+<', 'Mod+Shift+,'],
  'headline.moreRoom': ['Mod+Alt+='],
  'headline.lessRoom': ['Mod+Alt+-'],
  'headline.fit': ['Mod+Alt+F'],
  'headline.nextBreak': ['Mod+Alt+J'],
  'fit.panel': ['Mod+Alt+C'],
  'filler.panel': ['Mod+Alt+B'],
  'filler.take': ['Mod+Alt+Shift+B'],
  'fit.closeUp': ['Mod+Alt+Enter'],
  'fit.tighter': ['Mod+Alt+['],
  'fit.looser': ['Mod+Alt+]'],
  'fit.trackTighter': ['Alt+ArrowLeft'],
  'fit.trackWider': ['Alt+ArrowRight'],
  'block.copy': ['Mod+C'],
  'block.paste': ['Mod+V'],
  'block.lock': ['Mod+L'],
  'block.forward': ['Mod+]'],
  'block.backward': ['Mod+['],
  'block.duplicate': ['Mod+Alt+Shift+D'],
  'block.selectAll': ['Mod+A'],
  'block.combine': ['Mod+G'],
  'block.split': ['Mod+Shift+G'],
  'picture.place': ['Mod+D'],
  'picture.crop': ['Shift+Enter'],
  'picture.fill': ['Mod+Alt+Shift+C'],
  'picture.fit': ['Mod+Alt+Shift+E'],
  'picture.fitFrame': ['Mod+Alt+C'],
  'picture.centre': ['Mod+Shift+E'],
  'cell.copy': ['Mod+C'],
  'cell.clear': ['Delete', 'Backspace'],
  'cell.back': ['Alt+ArrowLeft'],
  'cell.forward': ['Alt+ArrowRight'],
  'help.shortcuts': ['Mod+/'],
};

/** A key press in the way the keymap writes it; undefined for a modifier alone. */
export function keysOf(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (['Control', 'Shift', 'Alt', 'Meta', 'Dead', 'Process', 'Unidentified'].includes(key)) {
    return undefined;
  }
  const isLetter = /^Key[A-Z]$/.test(event.code);
  const isDigit = /^Digit\d$/.test(event.code);
  const plain = isLetter ? event.code.slice(3) : isDigit ? event.code.slice(5) : printed(key);
  const isMod = event.ctrlKey || event.metaKey;
  // Shift is part of a mark that is printed with it, such as +.
  const isShift = event.shiftKey && (isLetter || isDigit || key.length > 1);
  const held = [isMod && 'Mod', event.altKey && 'Alt', isShift && 'Shift'];
  return [...held.filter((word) => word !== false), plain].join('+');
}

function printed(key: string): string {
  return key === ' ' ? 'Space' : key;
}

/** The same order of modifiers as `keysOf` writes. */
export function orderedKeys(keys: string): string {
  const plain = keys.endsWith('++') ? '+' : (keys.split('+').at(-1) ?? '');
  const held = keys.slice(0, keys.length - plain.length).split('+');
  const order = ['Mod', 'Alt', 'Shift'].filter((word) => held.includes(word));
  return [...order, plain].join('+');
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Keys as menus show them: ⇧⌘Z on macOS, Ctrl+Shift+Z elsewhere. */
export function shownKeys(keys: string, isMac: boolean): string {
  const ordered = orderedKeys(keys).replace(/Arrow\w+$/, (arrow) => ARROWS[arrow] ?? arrow);
  if (!isMac) return ordered.replace('Mod', 'Ctrl');
  const plain = ordered.replace(/^(Mod\+)?(Alt\+)?(Shift\+)?/, '');
  const signs = [
    ['Alt+', '⌥'],
    ['Shift+', '⇧'],
    ['Mod+', '⌘'],
  ] as const;
  const held = signs.filter(([word]) => ordered.slice(0, -plain.length).includes(word));
  return held.map(([, sign]) => sign).join('') + plain;
}
