import type { Bin } from './reliability.ts';

const size = 360;
const margin = { left: 64, top: 20, right: 20, bottom: 60 };

/** Colours by the reader's scheme; where a viewer knows none, the light ones on their own ground. */
const style = `
  .ground { fill: #ffffff } .grid { stroke: #d8dee4 } .ideal { stroke: #6e7781; stroke-dasharray: 5 5 }
  .threshold { stroke: #9a6700; stroke-dasharray: 2 4 } .line { stroke: #0969da; fill: none; stroke-width: 2 }
  .dot { fill: #0969da } text { font: 13px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 11px }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } .grid { stroke: #30363d } .ideal { stroke: #8b949e } .threshold { stroke: #d29922 }
    .line { stroke: #58a6ff } .dot { fill: #58a6ff } text { fill: #e6edf3 }
  }`;

/** @param threshold the least confidence at which the bot answers */
export function reliabilityPicture(bins: readonly Bin[], threshold: number): string {
  const x = (share: number) => round(margin.left + share * size);
  const y = (share: number) => round(margin.top + (1 - share) * size);
  const width = margin.left + size + margin.right;
  const height = margin.top + size + margin.bottom;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const points = bins.map(({ confidence, answers, right }) => ({
    x: x(confidence),
    y: y(right / answers),
    answers,
  }));
  const most = Math.max(1, ...bins.map(({ answers }) => answers));
  const label = (share: number) => `${Math.round(share * 100)} %`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title summary">`,
    '<title id="title">Confidence against the share of right answers</title>',
    `<desc id="summary">${bins.map(({ confidence, answers, right }) => `Confidence ${confidence.toFixed(2)}: ${right} of ${answers} right.`).join(' ')}</desc>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...ticks.flatMap((tick) => [
      `<line class="grid" x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}"/>`,
      `<line class="grid" x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}"/>`,
      `<text class="small" x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
      `<text class="small" x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${label(tick)}</text>`,
    ]),
    `<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    `<line class="threshold" x1="${x(threshold)}" y1="${y(0)}" x2="${x(threshold)}" y2="${y(1)}"/>`,
    `<text class="small" x="${x(threshold) - 6}" y="${y(0) - 8}" text-anchor="end">answers from ${threshold}</text>`,
    `<polyline class="line" points="${points.map((point) => `${point.x},${point.y}`).join(' ')}"/>`,
    // A dot's area is its number of answers.
    ...points.map(
      (point) =>
        `<circle class="dot" cx="${point.x}" cy="${point.y}" r="${round(3 + 7 * Math.sqrt(point.answers / most))}"/>`,
    ),
    `<text x="${x(0.5)}" y="${height - 14}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">right answers</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
