import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { commands } from '../../src/intents/commands.ts';
import { handledEvents } from '../../src/slack/listeners/events/index.ts';
import { handledShortcuts } from '../../src/slack/listeners/shortcuts/index.ts';
import { slackPath } from '../../src/slack/slack.ts';

const documentation = readFileSync(new URL('../../docs/slack.md', import.meta.url), 'utf8');
const teamsDocumentation = readFileSync(new URL('../../docs/teams.md', import.meta.url), 'utf8');
/** The first column of the table under a heading, as code. */
function documented(heading: string, text = documentation): string[] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

describe('manifest.json', () => {
  test('has the declared commands, in both languages', () => {
    const declared = commands.map(({ name, description, usage }) => ({
      command: `/${name}`,
      description: `${description.en} · ${description.fr}`,
      usage_hint: `${usage.en} · ${usage.fr}`,
    }));
    expect(manifest.features.slash_commands).toMatchObject(declared);
    expect(manifest.features.slash_commands).toHaveLength(declared.length);
  });

  test('has its commands documented, for Slack and for Teams', () => {
    const [{ verbs }] = commands as [(typeof commands)[number]];
    const typed = verbs.map(({ names, argument }) =>
      [names.en[0], argument?.en].filter((part) => part !== undefined).join(' '),
    );
    expect(documented('Commands')).toEqual(typed);
    expect(documented('Commands', teamsDocumentation)).toEqual(typed);
  });

  test('subscribes to the events that have a listener, and documents each', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...handledEvents]);
    expect(documented('What each event does')).toEqual(expect.arrayContaining([...handledEvents]));
  });

  test('asks for the scopes that are documented, and for no other', () => {
    expect(documented('Scopes')).toEqual(manifest.oauth_config.scopes.bot);
  });

  test('has the shortcuts that have a listener, and documents each', () => {
    const declared = manifest.features.shortcuts.map(({ type, callback_id }) => ({ type, callback_id }));
    expect(declared).toEqual([...handledShortcuts]);
    expect(documented('What each event does')).toEqual(
      expect.arrayContaining(handledShortcuts.map(({ callback_id }) => callback_id)),
    );
  });

  test('sends everything to the one address', () => {
    const address = `https://example.com${slackPath}`;
    const addresses = [
      manifest.settings.event_subscriptions.request_url,
      manifest.settings.interactivity.request_url,
      ...manifest.features.slash_commands.map((command) => command.url),
    ];
    expect(new Set(addresses)).toEqual(new Set([address]));
    expect(addresses).toHaveLength(4);
  });

  test('lets people write to the bot directly', () => {
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});
