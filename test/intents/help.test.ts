import { describe, expect, test } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { commands, findCommand, namedVerbs, questionOf } from '../../src/intents/commands.ts';
import { languages } from '../../src/knowledge/language.ts';
import { actionsOf } from '../support/reachable.ts';
import { askReal, realConversation, today } from '../support/real-content.ts';

const explained = namedVerbs.filter(({ verb }) => verb.id !== 'help');

describe('help with one command', () => {
  for (const { command, verb } of explained) {
    for (const language of languages) {
      const [help] = { en: ['help'], fr: ['aide'] }[language] as [string];
      const name = verb.names[language][0] ?? '';
      test.each([`${help} ${name}`, `${name} ${help}`.toUpperCase()])('comes for “%s”', (text) => {
        const reply = askReal(text);
        expect(reply).toMatchObject({ intent: 'help', language, outcome: 'social' });
        const [title] = reply.card.elements;
        const usage = [`/${command.name}`, name, verb.argument?.[language]].filter(Boolean).join(' ');
        expect(title).toEqual({ type: 'title', text: usage });
        const said = toText(reply.card);
        expect(said).toContain(verb.description[language]);
        expect(said).toContain(`/${command.name} ${verb.example[language]}`);
      });
    }
  }

  test('is told whichever language the command’s name is in', () => {
    expect(askReal('désabonner aide').language).toBe('fr');
    expect(askReal('unsubscribe help').language).toBe('en');
    expect(toText(askReal('aide abonner').card)).toContain("s'abonner, abonnez, abonne, subscribe");
  });

  test('comes in the other language from its button', () => {
    const { card } = askReal('help brief');
    const [toFrench] = actionsOf(card).filter(({ label }) => label === 'En français');
    if (toFrench?.type !== 'call') throw new Error('no button for the other language');
    const other = realConversation.call(toFrench.call, today);
    expect(other.card.elements[0]).toMatchObject({
      text: '/supercluster fiche <grappe, secteur ou province>',
    });
  });

  test('asked of a command that does not exist is a button out of date', () => {
    const call = { intent: 'help', args: { verb: 'dance' }, language: 'en' } as const;
    expect(realConversation.call(call, today).outcome).toBe('no-answer');
  });

  test('leaves “ask help” as help with asking, and “ask” before a question as nothing', () => {
    const command = findCommand('supercluster')!;
    expect(questionOf(command, 'ask help')).toBe('ask help');
    expect(questionOf(command, 'ask who leads NGen?')).toBe('who leads NGen?');
  });
});

test('the line that Slack shows while a command is typed has every verb', () => {
  for (const command of commands) {
    for (const language of languages) {
      const shown = command.usage[language].split(' | ').map((part) => part.split(' ')[0]);
      const typed = command.verbs.map(({ names, argument }) => names[language][0] ?? argument?.[language]);
      expect(shown).toEqual(typed.map((part) => part?.split(' ')[0]));
    }
  }
});

describe('help', () => {
  test('lists every command as a line that can be copied, in the reader’s language', () => {
    const said = toText(askReal('aide').card);
    expect(said).toContain('• /supercluster fiche <grappe, secteur ou province> – ');
    expect(said).toContain('• /supercluster désabonner <sujets ou tout> – ');
    expect(said).toContain('• /ceta <sujet ou question> – ');
  });

  test('does not take a question about help with something for a command', () => {
    expect(askReal('help with a grant').intent).not.toBe('help');
  });
});

test('every example of a command works without the command before it', () => {
  for (const { verb } of explained) {
    if (['subscribe', 'unsubscribe', 'subscriptions'].includes(verb.id)) continue;
    for (const language of languages) {
      expect(askReal(verb.example[language]).answered, verb.example[language]).toBe(true);
    }
  }
});
