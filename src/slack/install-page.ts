/** The pages of an installation, in both languages at once: nobody has said yet which one they speak. Pure. */
import { createHash } from 'node:crypto';
import type { OperatorPages } from '../config.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import { installStrings } from './install-strings.ts';
import { productName } from './strings.ts';

const style = [
  'body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1d1c1d;background:#fff}',
  'section{border-top:1px solid #ddd;padding:1rem 0}',
  'a{color:#0b4c8c}',
  'a.do{display:inline-block;padding:.6rem 1.2rem;border-radius:.3rem;background:#1f3a5f;color:#fff;text-decoration:none}',
  'a:focus-visible{outline:3px solid #c4560b;outline-offset:2px}',
].join('');

/** Nothing is loaded, run, framed or remembered; where one came from is told to nobody. */
export const installHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

interface Link {
  readonly label: Bilingual;
  readonly address: string;
}

/** @param address Slack's own page, where the permissions are shown and agreed to */
export function installPage(address: string, pages: OperatorPages): string {
  const { installTitle: title, installText, installUse, installData, installDo: label } = installStrings;
  return page(title, [installText, installUse, installData], { label, address }, pages);
}

/** @param address where the app can be used now */
export function installedPage(address: string, pages: OperatorPages): string {
  const { installedTitle: title, installedText, installedNext, installedDo: label } = installStrings;
  return page(title, [installedText, installedNext], { label, address }, pages);
}

export type InstallProblem = 'cancelled' | 'outdated' | 'failed';

export function notInstalledPage(problem: InstallProblem, installAddress: string): string {
  return page(installStrings.notInstalledTitle, [installStrings[problem]], {
    label: installStrings.again,
    address: installAddress,
  });
}

function page(title: Bilingual, texts: readonly Bilingual[], link: Link, pages: OperatorPages = {}): string {
  const links: readonly Link[] = [
    ...(pages.support === undefined ? [] : [{ label: installStrings.support, address: pages.support }]),
    ...(pages.privacy === undefined ? [] : [{ label: installStrings.privacy, address: pages.privacy }]),
  ];
  const part = (language: Language) =>
    [
      `<section lang="${language}">`,
      `<h1>${escapeHtml(title[language])}</h1>`,
      ...texts.map((text) => `<p>${escapeHtml(text[language])}</p>`),
      `<p><a class="do" href="${escapeHtml(link.address)}">${escapeHtml(link.label[language])}</a></p>`,
      ...links.map(
        ({ address, label }) => `<p><a href="${escapeHtml(address)}">${escapeHtml(label[language])}</a></p>`,
      ),
      '</section>',
    ].join('\n');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${productName} – ${title.en} · ${title.fr}`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    part('en'),
    part('fr'),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
