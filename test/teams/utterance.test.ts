import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../../src/teams/activity.ts';
import { readUtterance } from '../../src/teams/utterance.ts';
import { groupMessage, personalMessage } from './activities.ts';

const read = (body: unknown) => {
  const activity = readActivity(body);
  if (!activity) throw new Error('not an activity');
  return readUtterance(activity);
};
const typed = (text: string) => read(personalMessage('http://127.0.0.1/', text));

describe('what a person typed', () => {
  it.each([
    ['Who leads NGen?', { text: 'Who leads NGen?' }],
    ['  two   spaces\nand a line ', { text: 'two spaces and a line' }],
    ['AT&amp;T &lt;b&gt; &quot;x&quot; l&#39;AECG l&#x2019;AECG', { text: 'AT&T <b> "x" l\'AECG l’AECG' }],
    ['&amp;lt;', { text: '&lt;' }],
    ['&unknown; &#0; &#1114112;', { text: '&unknown; &#0; &#1114112;' }],
    ['help', { text: 'help' }],
    ['ask who leads Scale AI?', { text: 'who leads Scale AI?' }],
    ['question qui dirige Scale AI ?', { text: 'qui dirige Scale AI ?' }],
    ['/supercluster list', { text: 'list' }],
    ['/Supercluster ask who leads Scale AI?', { text: 'who leads Scale AI?' }],
    ['supercluster list', { text: 'list' }],
    ['supercluster programme budget', { text: 'supercluster programme budget' }],
    ['/ceta is it in force?', { text: 'is it in force?', about: 'ceta' }],
    ['ceta help', { text: 'help', about: 'ceta' }],
    ['CETA tariffs on cheese', { text: 'CETA tariffs on cheese', about: 'ceta' }],
    ['/ceta', { text: 'ceta', about: 'ceta' }],
    ['/supercluster', { text: '' }],
    ['/unknown thing', { text: 'unknown thing' }],
    ['/', { text: '/' }],
  ])('%j is read as %j', (text, utterance) => {
    expect(typed(text)).toEqual(utterance);
  });

  it('is cut to a length that keeps the turn short', () => {
    expect(typed('x'.repeat(100_000)).text).toHaveLength(2_000);
  });

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(typeof typed(text).text).toBe('string');
      }),
    );
  });
});

describe('mentions', () => {
  const bot = '<at>Supercluster Guide</at>';

  it('of the bot go, wherever they stand', () => {
    expect(read(groupMessage('http://127.0.0.1/', `${bot}, list`)).text).toBe('list');
    expect(read(groupMessage('http://127.0.0.1/', `please ${bot} list`)).text).toBe('please list');
  });

  it('of another with the same name stay, as the name', () => {
    const message = personalMessage('http://127.0.0.1/', `ask ${bot}`, {
      entities: [
        { type: 'mention', text: bot, mentioned: { id: '29:somebody', name: 'Supercluster Guide' } },
      ],
    });
    expect(read(message).text).toBe('Supercluster Guide');
  });

  it.each([[null], [[]], [[{ type: 'mention' }]], [[{ type: 'mention', text: '', mentioned: {} }]]])(
    'that are malformed change nothing: %j',
    (entities) => {
      expect(read(personalMessage('http://127.0.0.1/', 'list', { entities })).text).toBe('list');
    },
  );
});
