import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** Something wrong with a pack, at the place where it has to be mended. */
export interface PackProblem {
  readonly file: string;
  /** First line is 1; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly message: string;
  /** Set when one of the two guards of the law speaks: which article of the opinion, and the words or the id that met it. */
  readonly guard?: PackGuard;
}

/** Article 10: rural rights are no condition. Article 5: no home or job test on the talent route. */
export interface PackGuard {
  readonly article: '5' | '10';
  readonly quoted: string;
}

/** A text found in a file, key or value, with the line it stands on. */
export interface PlacedText {
  readonly text: string;
  readonly line: number;
  readonly isKey: boolean;
}

/** A YAML file read once: its data, and the line of every part of it. */
export interface YamlFile {
  readonly name: string;
  readonly data: unknown;
  lineOf(path: readonly PropertyKey[]): number;
  /** Every key and every text of the file, comments left out. */
  texts(): PlacedText[];
}

/** A file as the whole YAML reader sees it. */
interface WholeYaml {
  readonly document: Document.Parsed;
  lineAt(offset: number | undefined): number;
}

/** Reads a YAML text. Syntax errors, doubled keys and unresolved tags come back as problems with their line. */
export function readYaml(name: string, text: string): { file: YamlFile; problems: PackProblem[] } {
  const { document, lineAt } = parseWhole(text);
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file: name,
    line: lineAt(error.pos[0]),
    message: error.message,
  }));
  const file: YamlFile = {
    name,
    data: problems.length > 0 ? null : document.toJS({ maxAliasCount: 100 }),
    lineOf: (path) => lineAt(nodeStart(document.contents, path)),
    texts: () => textsOf(document, lineAt),
  };
  return { file, problems };
}

function parseWhole(text: string): WholeYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  return { document, lineAt: (offset) => (offset === undefined ? 0 : lines.linePos(offset).line) };
}

function textsOf(document: Document.Parsed, lineAt: WholeYaml['lineAt']): PlacedText[] {
  const found: PlacedText[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string') return;
      found.push({ text: node.value, line: lineAt(node.range?.[0]), isKey: key === 'key' });
    },
  });
  return found;
}

/** Start of the deepest part of the path that exists; a key's own place rather than its value's. */
function nodeStart(root: Node | null, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = root;
  let start = root?.range?.[0];
  for (const step of path) {
    const child = childOf(node, step);
    if (child === null) return start;
    start = child.start ?? start;
    node = child.node;
  }
  return start;
}

function childOf(parent: unknown, step: PropertyKey): { node: unknown; start: number | undefined } | null {
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair && isScalar(pair.key) ? { node: pair.value, start: pair.key.range?.[0] } : null;
  }
  const items = (parent as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return null;
  const node: unknown = items[Number(step)];
  return node === undefined ? null : { node, start: (node as Node | null)?.range?.[0] };
}
