import { expect, test } from 'vitest';
import { commands } from '../../src/intents/commands.ts';
import { formStrings } from '../../src/notifications/subscription-form-strings.ts';
import { expertStrings } from '../../src/slack/expert-strings.ts';
import { homeStrings } from '../../src/slack/home-strings.ts';
import { say, strings } from '../../src/slack/strings.ts';

test.each(Object.entries({ ...strings, ...expertStrings, ...homeStrings, ...formStrings }))(
  '%s is said in both languages',
  (_, text) => {
    expect(text.en.trim()).not.toBe('');
    expect(text.fr.trim()).not.toBe('');
    expect(text.fr).not.toBe(text.en);
    expect(say(text)).toBe(`${text.en}\n${text.fr}`);
    expect(say(text, 'fr')).toBe(text.fr);
  },
);

test('the command that is recommended exists', () => {
  const [command] = commands;
  const help = command?.verbs.find((verb) => verb.id === 'help');
  expect(strings.unknownCommand.en).toContain(`/${command?.name} ${help?.names.en[0]}`);
  expect(strings.unknownCommand.fr).toContain(`/${command?.name} ${help?.names.fr[0]}`);
});
