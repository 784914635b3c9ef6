/** 32 bits mixed so that neighbouring inputs give unrelated outputs (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The number behind a seed: any text or number, the same on every machine. */
export function seedNumber(seed: string | number): number {
  let bits = 0x9e3779b9;
  for (const character of String(seed)) bits = mix(bits ^ (character.codePointAt(0) ?? 0));
  return bits;
}

/** One 32-bit value for a place in a stream, so that a part of the town can be made without what lies before it. */
export function hashOf(seed: number, stream: number, index: number): number {
  return mix(mix(mix(seed + 0x7f4a7c15) ^ stream) ^ index);
}

/** Repeatable random choices (sfc32). Never for anything secret. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** The choices of one place of a stream of the seed: the same arguments give the same choices. */
  constructor(seed: number, stream: number, index: number) {
    this.a = hashOf(seed, stream, index);
    this.b = mix(this.a ^ seed);
    this.c = mix(this.b + index);
    for (let round = 0; round < 6; round += 1) this.next();
  }

  /** A whole number 0 … 2³²−1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.next() / 4294967296;
  }

  /** A whole number 0 … count−1. */
  below(count: number): number {
    return Math.floor(this.fraction() * count);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the items. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T {
    return itemAt(items, this.below(items.length));
  }

  /** One of the items, the first ones far more often, as names are given. */
  pickEarly<T>(items: readonly T[]): T {
    return itemAt(items, Math.floor(items.length * this.fraction() ** 1.7));
  }
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** Items with how often each occurs, ready for choosing. */
export class Weighted<T> {
  private readonly items: readonly T[];
  private readonly limits: readonly number[];
  private readonly total: number;

  constructor(entries: readonly (readonly [T, number])[]) {
    let total = 0;
    this.items = entries.map(([item]) => item);
    this.limits = entries.map(([, weight]) => {
      total += weight;
      return total;
    });
    this.total = total;
  }

  /** One of the items, as often as its weight says. */
  pick(random: Random): T {
    const target = random.fraction() * this.total;
    let [low, high] = [0, this.limits.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.limits[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return itemAt(this.items, low);
  }
}
