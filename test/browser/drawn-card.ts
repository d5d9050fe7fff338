/** Adaptive Cards as Teams dresses them: drawn by Microsoft's renderer with the colours of each theme. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AdaptiveCardPayload } from '../../src/teams/adaptive-card.ts';

// A script of the playground's page, which TypeScript checks by itself.
const hostConfigFile = '../../src/playground/static/teams-host-config.js';
const { teamsHostConfig }: { teamsHostConfig(isDark: boolean): object } = await import(hostConfigFile);

const require = createRequire(import.meta.url);

export interface Theme {
  readonly hostConfig: object;
  readonly page: string;
  readonly button: string;
  readonly link: string;
  /** WCAG: 4.5 (AA), and 7 (AAA) where people asked for more contrast; axe's second rule begins at 4.5. */
  readonly rules: readonly ('color-contrast' | 'color-contrast-enhanced')[];
}

export const themes: Readonly<Record<'light' | 'dark' | 'contrast', Theme>> = {
  light: {
    hostConfig: teamsHostConfig(false),
    page: '#f5f5f5',
    button: 'background:#fff;color:#242424;border:1px solid #d1d1d1',
    link: '#4f52b2',
    rules: ['color-contrast'],
  },
  dark: {
    hostConfig: teamsHostConfig(true),
    page: '#1f1f1f',
    button: 'background:#292929;color:#fff;border:1px solid #666',
    link: '#a8acff',
    rules: ['color-contrast'],
  },
  contrast: {
    hostConfig: inHighContrast(teamsHostConfig(true)),
    page: '#000',
    button: 'background:#000;color:#fff;border:1px solid #fff',
    link: '#ffff01',
    rules: ['color-contrast', 'color-contrast-enhanced'],
  },
};

/** Teams' high contrast theme: black and white, and yellow for what stands out. */
function inHighContrast(config: object): object {
  return JSON.parse(JSON.stringify(config), (key, value: unknown) => {
    if (key === 'backgroundColor') return '#000000';
    if (key === 'borderColor' || key === 'lineColor') return '#ffffff';
    if (key === 'foregroundColors') {
      const tones = Object.keys(Object(value)).map((tone) => {
        const colour = tone === 'accent' ? '#ffff01' : '#ffffff';
        return [tone, { default: colour, subtle: colour }];
      });
      return Object.fromEntries(tones);
    }
    return value;
  });
}

/** Makes a page show a card and nothing else; `pressed` there holds the verbs of what was pressed. */
export async function drawCard(page: Page, theme: Theme, payload: AdaptiveCardPayload): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="${payload.lang}"><title>Teams</title><style>
      body { margin: 12px; background: ${theme.page}; font: 14px/20px "Segoe UI", Arial, sans-serif; }
      #card { overflow-wrap: anywhere; }
      #card button { ${theme.button}; border-radius: 4px; padding: 5px 12px; font: inherit; max-width: 100%; }
      #card .ac-actionSet { flex-wrap: wrap; gap: 8px 0; }
      #card a { color: ${theme.link}; }
      #card textarea { ${theme.button}; width: 100%; font: inherit; }
    </style><main id="card"></main></html>`,
  );
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.js') });
  await page.addScriptTag({
    path: join(import.meta.dirname, '../../node_modules/markdown-it/dist/browser/markdown-it.umd.min.js'),
  });
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  await page.evaluate(
    `((payload, config) => {
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdownit().render(text);
        result.didProcess = true;
      };
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(config);
      window.pressed = [];
      card.onExecuteAction = (action) => pressed.push(action.verb);
      card.parse(payload);
      document.querySelector('#card').append(card.render());
    })(${JSON.stringify(payload)}, ${JSON.stringify(theme.hostConfig)})`,
  );
}
