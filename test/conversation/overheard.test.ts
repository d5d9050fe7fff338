/** What the guide takes for itself in a thread where nobody speaks to it, and what it leaves to people. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readItems } from '../evaluation/items.ts';
import { askReal, realConversation, today } from '../support/real-content.ts';

function overhear(after: string, text: string) {
  return realConversation.overhear({ text, now: today, turns: [askReal(after).turn] });
}

const leads = 'Who leads Scale AI?';
const signed = 'Quand l’AECG a-t-il été signé ?';

describe('a follow-up without a mention', () => {
  test.each([
    [leads, 'and NGen?', /Myers/],
    [leads, 'And what about Ocean?', /MacDonald/],
    [leads, 'where is it?', /Montréal/],
    [leads, 'How much federal money did it get?', /230 million/],
    [leads, 'what about the budget?', /284 million/],
    [leads, 'in French please', /Julien Billot est/],
    [leads, 'tell me more', /./],
    [leads, 'who leads Protein Industries Canada?', /Protein Industries/],
    [leads, 'what is CETA?', /Comprehensive Economic/],
    [leads, 'who chairs the board of NGen?', /Hasenfratz/],
    [leads, 'who leads NGen please?', /Myers/],
    [leads, "isn't it in Montréal?", /Montréal/],
    [leads, 'where is it based?', /Montréal/],
    [signed, 'et par qui ?', /AECG/],
    [signed, 'est-il en vigueur ?', /provisoire/],
    [signed, 'quels pays ne l’ont pas ratifié ?', /17 États membres/],
    [signed, 'en anglais svp', /CETA was signed/],
    [signed, 'qui dirige NGen ?', /Myers/],
  ])('after “%s”, “%s” is answered', (after, text, says) => {
    const reply = overhear(after, text);
    expect(reply?.outcome).toBe('answer');
    expect(reply?.card.summary).toMatch(says);
  });
});

describe('what people say to each other stays unanswered', () => {
  test.each([
    'thanks',
    'ok thanks!',
    'great',
    'lol',
    'sure',
    'really?',
    'why?',
    'and when?',
    'is that right?',
    'next',
    'first',
    'plus',
    'what do you think?',
    'how are you?',
    'when is the meeting?',
    'Where should we meet?',
    'who else is coming?',
    'and who is there?',
    'which of you has time?',
    'what about lunch?',
    'is it good?',
    'do you have his email?',
    'does anyone have the slides?',
    'Can somebody send me the CETA deck?',
    'Can you take that one, Ann?',
    'Who is going to write the brief on our side?',
    'how much budget do we have left?',
    'I will call him tomorrow',
    'Julien told me yesterday that he is out',
    'Let’s talk about NGen tomorrow',
    'I like Scale AI',
    'NGen is in Hamilton, I was there last week',
    'is Marc from NGen coming to Montréal on Tuesday?',
    'has anybody contacted Scale AI yet?',
    'who at our end talks to Scale AI?',
    'did you send the report to Scale AI?',
    'who from Scale AI is coming?',
    'when did NGen reply?',
    'why is NGen late?',
    'how long will the meeting with NGen take?',
    'Who wants to go to Hamilton?',
    'Great. Who leads NGen?'.repeat(20),
    '',
    '👍',
  ])('after an English answer: “%s”', (text) => {
    expect(overhear(leads, text)).toBeUndefined();
  });

  test.each([
    'merci',
    'd’accord',
    'pourquoi pas',
    'et quand ?',
    'et la suite ?',
    'c’est quand ?',
    'c’est où ?',
    'où est-ce ?',
    'on se voit quand ?',
    'on a le budget ?',
    't’as le budget ?',
    'quand est-ce qu’on signe ?',
    'peut-on avoir le budget ?',
    'combien on est ?',
    'qui vient à la réunion ?',
    'où est la salle ?',
    'qu’en penses-tu ?',
    'tu peux envoyer le document ?',
    'quelqu’un a le fichier ?',
    'je vais à Bruxelles mardi',
    'qui s’occupe de l’AECG chez nous ?',
    'Marie, tu as lu l’accord ?',
  ])('after a French answer: “%s”', (text) => {
    expect(overhear(signed, text)).toBeUndefined();
  });

  test('so does everything where the guide was not asked before', () => {
    expect(realConversation.overhear({ text: leads, now: today, turns: [] })).toBeUndefined();
  });
});

test('of the questions that the guide must refuse hardly any is answered unasked', () => {
  const refused = readItems('test/evaluation/questions.jsonl').filter(({ kind }) => kind === 'refusal');
  const answered = refused.filter(({ question }) => overhear(leads, question) !== undefined);
  // Those few are about clusters and CETA, and are told what is known.
  expect(answered.length / refused.length).toBeLessThan(0.03);
});

test('any text leaves it whole', () => {
  const turns = [askReal(leads).turn];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `and ${text}?`),
      ),
      (text) => {
        const reply = realConversation.overhear({ text, now: today, turns });
        return reply === undefined || reply.outcome === 'answer';
      },
    ),
  );
});
