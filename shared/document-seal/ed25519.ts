/** The field's prime, the curve's constant and the order of its base point (RFC 8032, 5.1). */
const p = 2n ** 255n - 19n;
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** A point as x, y, z, t with x = X/Z, y = Y/Z, x·y = T/Z. */
type Point = readonly [bigint, bigint, bigint, bigint];

const zero: Point = [0n, 1n, 1n, 0n];
const baseX = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
const baseY = 46316835694926478169428394003475163141307993866256225615783033603165251855960n;
const base: Point = [baseX, baseY, 1n, mod(baseX * baseY)];
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

function mod(value: bigint, by = p): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

function power(value: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [square, left] = [value, exponent]; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const [a, b] = [mod((y1 - x1) * (y2 - x2)), mod((y1 + x1) * (y2 + x2))];
  const [c, e] = [mod(2n * d * t1 * t2), mod(2n * z1 * z2)];
  const [f, g, h, i] = [b - a, e - c, e + c, b + a];
  return [mod(f * g), mod(h * i), mod(g * h), mod(f * i)];
}

function multiply(point: Point, scalar: bigint): Point {
  let result = zero;
  for (let [doubled, left] = [point, scalar]; left > 0n; left >>= 1n) {
    if (left & 1n) result = add(result, doubled);
    doubled = add(doubled, doubled);
  }
  return result;
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
}

/** The point that 32 bytes stand for; null when they stand for none. */
function readPoint(bytes: Uint8Array): Point | null {
  const whole = littleEndian(bytes);
  const [y, isOdd] = [whole & (2n ** 255n - 1n), whole >> 255n];
  if (y >= p) return null;
  const [u, v] = [mod(y * y - 1n), mod(d * y * y + 1n)];
  let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (p - 5n) / 8n));
  if (mod(v * x * x) === mod(-u)) x = mod(x * rootOfMinusOne);
  if (mod(v * x * x) !== u || (x === 0n && isOdd === 1n)) return null;
  if ((x & 1n) !== isOdd) x = p - x;
  return [x, y, 1n, mod(x * y)];
}

/**
 * Whether an Ed25519 signature (RFC 8032) fits, for browsers whose WebCrypto has no Ed25519: Chromium before 137, Firefox
 * before 130. Verifies only, so its timing gives nothing away; takes about 10 ms. Needs WebCrypto's SHA-512.
 */
export async function verifyEd25519(key: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  if (key.length !== 32 || signature.length !== 64) return false;
  const [a, r] = [readPoint(key), readPoint(signature.subarray(0, 32))];
  const s = littleEndian(signature.subarray(32));
  if (a === null || r === null || s >= order) return false;
  const hashed = new Uint8Array([...signature.subarray(0, 32), ...key, ...bytes]);
  const k = mod(littleEndian(new Uint8Array(await crypto.subtle.digest('SHA-512', hashed))), order);
  const [left, right] = [multiply(base, s), add(r, multiply(a, k))];
  return mod(left[0] * right[2] - right[0] * left[2]) === 0n && mod(left[1] * right[2] - right[1] * left[2]) === 0n;
}
