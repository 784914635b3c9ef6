import { readdirSync, readFileSync } from 'node:fs';

/** Kills a process we started and all its descendants with SIGKILL, children after parents so that nobody restarts anybody. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  const children = listChildren();
  const all = [pid];
  for (let index = 0; index < all.length; index += 1) all.push(...(children.get(all[index] ?? 0) ?? []));
  for (const each of all) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // Gone already with its parent.
    }
  }
}

function listChildren(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = findParent(name);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function findParent(pid: string): number | null {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) || null;
  } catch {
    return null;
  }
}
