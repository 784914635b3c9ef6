import { join } from 'node:path';
import type { Form } from '../../../shared/domain/form.ts';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import type { PackHead } from '../../../shared/policy/pack-head.ts';
import { findPackOf, packInForceOn } from '../../../shared/policy/pack-versions.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { listBuiltInPacks } from './built-in-packs.ts';
import { type InstalledPack, installPack, listInstalledPacks } from './installed-packs.ts';
import { readPackForms } from './pack-forms.ts';
import { findPackKeys } from './pack-keys.ts';
import { readPackFolder } from './read-pack-folder.ts';
import {
  type OpenedPack,
  type PackKeys,
  type RefusedPack,
  refusedPack,
  refusedPlaces,
  verifySignedPack,
} from './signed-pack.ts';

interface Options {
  /** Folder of the pack that comes with the program. */
  readonly builtIn: string;
  /** Keeps `pack-keys.json` and, in `packs/`, the signed files. */
  readonly dataDir: string;
  /** The forms that come with the program. */
  readonly forms: () => readonly Form[];
  /** The calendar day at the counter. */
  readonly today: () => string;
  /** Another pack is in force than at the last question, or the list changed. */
  readonly onChange: () => void;
}

/** A version of the policy on this computer; its procedures are read when they are first asked for. */
export interface ShelvedPack extends PackHead {
  /** The key it was signed with; null for one that came with the program. */
  readonly keyId: string | null;
  /** Null for a signed pack that this program refuses although its signature fits. */
  load(): Pack | null;
}

type RefusedFile = RefusedPack & { readonly file: string };

interface Heads {
  /** The newest pack of the program. */
  readonly own: { readonly stamp: string; load(): Pack };
  /** Every version, the one that came into force last first. */
  readonly packs: readonly ShelvedPack[];
  /** Id of the pack this station follows. */
  readonly followed: string;
  /** What the signed packs bring to print, whichever is in force: a form has a day of its own. */
  readonly forms: () => readonly Form[];
}

/**
 * The policy packs of a station, side by side. New cases and drafts are judged by the one in force today, an accepted case by its own.
 * Heads are read at the first question, each pack when it is needed: the login screen waits for none of it.
 */
export class PackShelf {
  readonly #options: Options;
  #heads: Heads | null = null;
  #refused: RefusedFile[] = [];
  /** What the registry offered and is not used, by its stamp. */
  readonly #refusedOffers = new Map<string, RefusedFile>();
  #lastInForce: string | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * The pack new cases of today are judged by. While none has come into force, the one of the program stands in; a signed one that this
   * program refuses is passed over and listed as refused.
   * @throws Error when the pack of the program does not load.
   */
  inForce(): Pack {
    const pack = this.#loadInForce();
    const isOther = this.#lastInForce !== null && this.#lastInForce !== pack.stamp;
    this.#lastInForce = pack.stamp;
    if (isOther) this.#options.onChange();
    return pack;
  }

  /** The pack of that stamp; null when the version is not on this computer (any more). */
  of(stamp: string): Pack | null {
    return findPackOf(this.list(), stamp)?.load() ?? null;
  }

  /** Every version on this computer, the one that came into force last first. */
  list(): readonly ShelvedPack[] {
    this.#heads ??= this.#readHeads();
    return this.#heads.packs;
  }

  /** The forms of the program and those that signed packs brought. */
  forms(): readonly Form[] {
    this.#heads ??= this.#readHeads();
    return [...this.#options.forms(), ...this.#heads.forms()];
  }

  /** Signed files that are not used, and why; those that the registry offered too. */
  refused(): readonly RefusedFile[] {
    this.list();
    return [...this.#refused, ...this.#refusedOffers.values()];
  }

  /** The keys this computer trusts; null when it was given none. */
  keys(): PackKeys | null {
    return findPackKeys(this.#options.dataDir);
  }

  /** Verifies a signed file, loads it, and keeps it beside the others. When it is refused nothing is changed. */
  install(written: string): OpenedPack {
    const keys = this.keys();
    if (keys === null) return refusedPack('no-keys', 'this computer was given no keys for policy packs');
    this.#heads = this.#readHeads();
    const refusal = refusalOf(written, keys, this.#heads, this.#options.forms());
    if (refusal !== null) return refusal;
    const opened = installPack(this.#folder(), written, keys);
    if (opened.ok) {
      this.#refusedOffers.delete(opened.pack.stamp);
      this.#heads = null;
      this.#options.onChange();
    }
    return opened;
  }

  /** Installs what the registry offered under a stamp; why it was refused is listed until it is installed after all. */
  installOffered(stamp: string, written: string): OpenedPack {
    const opened = this.install(written);
    if (opened.ok) this.#refusedOffers.delete(stamp);
    else this.#refusedOffers.set(stamp, { ...opened, file: stamp });
    return opened;
  }

  #folder(): string {
    return join(this.#options.dataDir, 'packs');
  }

  #readHeads(): Heads {
    const keys = this.keys();
    const builtIn = listBuiltInPacks(this.#options.builtIn).map(({ head, folder }) => ({
      ...head,
      keyId: null,
      load: once(() => readPackFolder(folder)),
    }));
    const [own] = builtIn;
    if (own === undefined) throw new Error('the program has no policy pack');
    const found = listInstalledPacks(this.#folder(), keys ?? { keys: [] });
    this.#refused = found.refused.map((each) =>
      keys === null ? { ...refusedPack('no-keys', ...each.problems), file: each.file } : each,
    );
    const installed = found.packs.map((each) => this.#shelve(each));
    const packs = [...builtIn, ...installed.filter(({ stamp }) => findPackOf(builtIn, stamp) === null)];
    packs.sort((a, b) => b.inForceFrom.localeCompare(a.inForceFrom));
    const forms = once(() => found.packs.flatMap(({ texts }) => readPackForms(texts, []).forms));
    return { own, packs, followed: keys?.pack ?? own.id, forms };
  }

  /** Its examples were judged when it was installed; reading it without them takes half the time. */
  #shelve({ head, texts, keyId }: InstalledPack): ShelvedPack {
    const load = once(() => {
      const loaded = loadPack(texts, { examples: 'skip' });
      if (loaded.ok) return loaded.pack;
      this.#refused.push({ ...refusedPlaces(loaded.problems), file: head.stamp });
      return null;
    });
    return { ...head, keyId, load };
  }

  #loadInForce(): Pack {
    this.#heads ??= this.#readHeads();
    const { own, packs, followed } = this.#heads;
    let left = packs.filter(({ id }) => id === followed);
    for (;;) {
      const newest = packInForceOn(left, this.#options.today());
      if (newest === null) return own.load();
      const pack = newest.load();
      if (pack !== null) return pack;
      left = left.filter((each) => each !== newest);
    }
  }
}

/** What speaks against a file before it is loaded; null when nothing does. */
function refusalOf(
  written: string,
  keys: PackKeys,
  { packs, followed }: Heads,
  forms: readonly Form[],
): RefusedPack | null {
  const verified = verifySignedPack(written, keys);
  if (!verified.ok) return verified;
  const { id, stamp } = verified.head;
  if (id !== followed) return refusedPack('other-city', `this station follows ${followed}, not ${id}`);
  const isOurs = packs.some((each) => each.stamp === stamp && each.keyId === null);
  if (isOurs) return refusedPack('version-taken', `${stamp} came with the program`);
  const { problems } = readPackForms(verified.texts, forms);
  return problems.length > 0 ? refusedPlaces(problems) : null;
}

/** Makes something when it is first asked for and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
