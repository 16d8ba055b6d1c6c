import ts from 'typescript';

/** One source file of ours, path from the top of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One thing that is against the house style; `line` counts from 1. */
export interface Untidiness {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

const LONGEST_LINE = 100;
/** A regular expression alone on its line cannot be broken. */
const UNBREAKABLE_LINE = /^\s*\/(?![*/]).+\/[a-z]*[;,]?$/;
const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 70;
const MOST_PARAMETERS = 4;

/** Words that say nothing; a name that needs one has not been found yet. */
const EMPTY_WORDS = /^(manager|service|helper|util|utils|handler|processor|data|info)$/;
/** The members of a DisplayList are DisplayItems; no other type is an item. */
const DISPLAY_ITEMS = /^(Display|Text|Shape|Picture|Group)Items?$/;
/** The standard's own names, ISO 32000-2 section 14.3.3. */
const PDF_NOUNS = /^(info|documentInfo)Dictionary$/i;
const CLIPPED_WORDS = /^(ctx|cfg|btn|msg|idx|tmp|str|arr|obj|elem|evt|cb|fn|val|calc|mgr)$/;
/** Words of the glossary's last column that can mean nothing else. */
const WRONG_TRADE_WORDS =
  /^(kinsoku|squeeze|autospace|autofit|eyebrow|superhead|subhead|masthead|renderer|dpi)$/;

// Taken apart so that this file is not untidy itself.
const UNFINISHED = ['TO', 'DO'].join('');
const UNNUMBERED = new RegExp(`\\b${UNFINISHED}\\b(?! \\((decision|issue) \\d+\\))`);
const LEFTOVERS = new RegExp(`\\b(${['FIX', 'HA'].join('ME|')}CK)\\b`);

/** Everything untidy in one TypeScript file. */
export function findUntidiness(file: SourceFile): readonly Untidiness[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  return [...untidyText(file), ...untidySyntax(file, source)];
}

function untidyText(file: SourceFile): readonly Untidiness[] {
  const lines = file.text.split('\n');
  const found: Untidiness[] = [];
  const note = (line: number, rule: string) => found.push({ path: file.path, line, rule });
  if (lines.length > LONGEST_FILE) note(1, `file over ${LONGEST_FILE} lines`);
  for (const [index, line] of lines.entries()) {
    const isTooLong = [...line].length > LONGEST_LINE && !UNBREAKABLE_LINE.test(line);
    if (isTooLong) note(index + 1, `line over ${LONGEST_LINE} columns`);
    if (UNNUMBERED.test(line)) note(index + 1, 'unfinished note without a number');
    if (/\bfrom '\.\.\//.test(line)) note(index + 1, 'import that climbs out of its folder');
    if (LEFTOVERS.test(line)) note(index + 1, 'leftover');
  }
  for (const part of file.path.replace(/\.\w+$/, '').split(/[/.-]/)) {
    if (EMPTY_WORDS.test(part)) note(1, `empty word in the path: ${part}`);
  }
  return found;
}

function untidySyntax(file: SourceFile, source: ts.SourceFile): readonly Untidiness[] {
  const found: Untidiness[] = [];
  const visit = (node: ts.Node) => {
    for (const rule of rulesBrokenBy(node, file.path)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ path: file.path, line, rule });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function rulesBrokenBy(node: ts.Node, path: string): readonly string[] {
  const broken: string[] = [];
  if (ts.isFunctionLike(node)) broken.push(...untidyFunction(node, path));
  if (isOwnNull(node, path)) broken.push('null');
  if (!path.startsWith('tests/')) broken.push(...untidyName(node));
  if (/^engine\/|^host\/contract\.ts$/.test(path)) broken.push(...missingDocComment(node));
  if (path.startsWith('engine/')) broken.push(...outsideWorld(node));
  if (path.startsWith('tests/')) broken.push(...leftOutTest(node));
  return broken;
}

function untidyFunction(node: ts.SignatureDeclaration, path: string): readonly string[] {
  const broken: string[] = [];
  const source = node.getSourceFile();
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const length = line(node.end) - line(node.getStart(source)) + 1;
  if (length > LONGEST_FUNCTION && !isDescription(node)) {
    broken.push(`function over ${LONGEST_FUNCTION} lines`);
  }
  // Parameters that a library dictates (callbacks in tests) are not ours to count.
  if (node.parameters.length > MOST_PARAMETERS && !path.startsWith('tests/')) {
    broken.push(`more than ${MOST_PARAMETERS} parameters`);
  }
  return broken;
}

/** The function given to `describe` holds tests and may be as long as they are. */
function isDescription(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

/**
 * DOM, ProseMirror, Yjs and JSON answer with null, so a comparison with null is forced on us, and
 * so is a null within JSON text. A null of our own making is not.
 */
function isOwnNull(node: ts.Node, path: string): boolean {
  // Tests plant the nulls of others; the model holds ProseMirror nodes and Yjs values.
  const isForced = /^(tests|engine\/model)\//.test(path);
  if (node.kind !== ts.SyntaxKind.NullKeyword || isForced) return false;
  const parent = node.parent;
  if (ts.isBinaryExpression(parent)) return !/^[!=]==$/.test(parent.operatorToken.getText());
  const call = ts.findAncestor(node, ts.isCallExpression);
  return (
    call === undefined || !/^(JSON\.stringify|Object\.create)$/.test(call.expression.getText())
  );
}

function untidyName(node: ts.Node): readonly string[] {
  const name = declaredName(node);
  if (name === undefined) return [];
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  const broken: string[] = [];
  if (isType && /^I[A-Z][a-z]/.test(name)) broken.push(`I-prefix: ${name}`);
  for (const word of wordsOf(name)) {
    const isEmpty = EMPTY_WORDS.test(word) && (isType || callable(node));
    if (isEmpty && !PDF_NOUNS.test(name)) broken.push(`empty word: ${name}`);
    if (word === 'item' && isType && !DISPLAY_ITEMS.test(name)) broken.push(`empty word: ${name}`);
    if (CLIPPED_WORDS.test(word)) broken.push(`clipped word: ${name}`);
    if (WRONG_TRADE_WORDS.test(word)) broken.push(`not a newsroom word: ${name}`);
  }
  return broken;
}

function declaredName(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertySignature(node);
  if (!isDeclaration || node.name === undefined) return undefined;
  return ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function callable(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[ _]/)
    .map((word) => word.toLowerCase());
}

function missingDocComment(node: ts.Node): readonly string[] {
  if (!ts.canHaveModifiers(node)) return [];
  const modifiers = ts.getModifiers(node) ?? [];
  if (!modifiers.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.getJSDocCommentsAndTags(node).length > 0) return [];
  return ['export without a doc comment'];
}

/** Clock, chance and locale: the same issue must give the same plate on every machine. */
function outsideWorld(node: ts.Node): readonly string[] {
  if (ts.isPropertyAccessExpression(node)) {
    const banned = /^(Date\.now|Math\.random|Intl\.\w+|performance\.now)$/;
    if (banned.test(node.getText())) return [`engine reaches outside: ${node.getText()}`];
    if (/^(localeCompare|toLocale\w+)$/.test(node.name.text)) return ['engine asks the locale'];
  }
  const isNow = ts.isNewExpression(node) && node.expression.getText() === 'Date';
  return isNow && (node.arguments ?? []).length === 0 ? ['engine reads the clock'] : [];
}

function leftOutTest(node: ts.Node): readonly string[] {
  if (!ts.isPropertyAccessExpression(node)) return [];
  const runner = node.expression.getText();
  if (!/^(test|it|describe)(\.\w+)*$/.test(runner)) return [];
  return /^(only|skip|skipIf|runIf|todo|fails)$/.test(node.name.text)
    ? [`test left out by .${node.name.text}`]
    : [];
}
