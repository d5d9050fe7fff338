/**
 * Draws the icons of the Teams app: five joined dots, the five clusters, in a pentagon.
 * `color.png` has 192 × 192 pixels, `outline.png` 32 × 32, white on transparent.
 *
 * `node scripts/draw-icons.ts [folder]` writes into `teams/` unless another folder is named.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, each from 0 to 1. */
type Colour = readonly [number, number, number, number];
type Point = readonly [number, number];

interface Mark {
  readonly size: number;
  /** Distances as parts of the size. */
  readonly radius: number;
  readonly dot: number;
  readonly line: number;
  readonly background: (point: Point) => Colour;
  readonly dotColour: Colour;
  readonly lineColour: Colour;
}

const white: Colour = [1, 1, 1, 1];
const clear: Colour = [1, 1, 1, 0];

/** Deep blue above, teal below. */
function sea([, y]: Point): Colour {
  const from = [0x0b, 0x3c, 0x5d];
  const to = [0x0f, 0x7c, 0x86];
  const [red = 0, green = 0, blue = 0] = from.map((value, index) => value + ((to[index] ?? 0) - value) * y);
  return [red / 255, green / 255, blue / 255, 1];
}

/** The corners of a pentagon that stands on its base, in the unit square. */
function corners(radius: number): Point[] {
  return Array.from({ length: 5 }, (_, index) => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / 5;
    // A pentagon's middle lies below that of its box.
    return [0.5 + radius * Math.cos(angle), 0.525 + radius * Math.sin(angle)];
  });
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

function colourAt(point: Point, mark: Mark): Colour {
  const points = corners(mark.radius);
  if (points.some(([x, y]) => Math.hypot(point[0] - x, point[1] - y) < mark.dot)) return mark.dotColour;
  const onLine = points.some((from, index) => {
    const to = points[(index + 1) % points.length] ?? from;
    return distanceToSegment(point, from, to) < mark.line;
  });
  return onLine ? over(mark.lineColour, mark.background(point)) : mark.background(point);
}

function over([red, green, blue, opacity]: Colour, [r, g, b, under]: Colour): Colour {
  const rest = under * (1 - opacity);
  const total = opacity + rest || 1;
  return [
    (red * opacity + r * rest) / total,
    (green * opacity + g * rest) / total,
    (blue * opacity + b * rest) / total,
    opacity + rest,
  ];
}

/** Each pixel is the mean of 8 × 8 samples, which smooths the edges. */
function draw(mark: Mark): Buffer {
  const samples = 8;
  const rows = Buffer.alloc(mark.size * (1 + mark.size * 4));
  let at = 0;
  for (let y = 0; y < mark.size; y++) {
    rows[at++] = 0;
    for (let x = 0; x < mark.size; x++) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample++) {
        const point: Point = [
          (x + ((sample % samples) + 0.5) / samples) / mark.size,
          (y + (Math.floor(sample / samples) + 0.5) / samples) / mark.size,
        ];
        const [r, g, b, a] = colourAt(point, mark);
        red += r * a;
        green += g * a;
        blue += b * a;
        opacity += a;
      }
      const scale = opacity === 0 ? 0 : 255 / opacity;
      // An outline icon is white in its transparent pixels too; Teams checks that.
      const empty = opacity === 0 ? 255 : 0;
      rows[at++] = Math.round(red * scale) || empty;
      rows[at++] = Math.round(green * scale) || empty;
      rows[at++] = Math.round(blue * scale) || empty;
      rows[at++] = Math.round((opacity / (samples * samples)) * 255);
    }
  }
  return encodePng(mark.size, rows);
}

function encodePng(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits, red green blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../teams');
writeFileSync(
  join(folder, 'color.png'),
  draw({
    size: 192,
    radius: 0.28,
    dot: 0.068,
    line: 0.016,
    background: sea,
    dotColour: white,
    lineColour: [1, 1, 1, 0.75],
  }),
);
writeFileSync(
  join(folder, 'outline.png'),
  draw({
    size: 32,
    radius: 0.36,
    dot: 0.095,
    line: 0.035,
    background: () => clear,
    dotColour: white,
    lineColour: white,
  }),
);
