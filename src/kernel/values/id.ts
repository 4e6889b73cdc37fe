const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let lastMillis = 0;
let counter = 0;

/**
 * A new UUIDv7: sorts by the time it was made, and strictly grows within one process.
 *
 * The 12 bits after the time count up inside one millisecond; when they overflow, or the clock
 * goes back, the last time is kept and moved on, so that ids never go backwards.
 */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    // Starts in the lower half, so that at least 2,048 ids fit into this millisecond.
    counter = (((random[8] ?? 0) << 8) | (random[9] ?? 0)) & 0x7ff;
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMillis += 1;
    counter = 0;
  }
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const time = lastMillis.toString(16).padStart(12, '0');
  const count = counter.toString(16).padStart(3, '0');
  let tail = '';
  for (const byte of random.subarray(0, 8)) tail += byte.toString(16).padStart(2, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Whether a text is an id in the one form we write: a lower-case UUID of any version. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}

/** When a UUIDv7 was made. */
export function bornAt(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
