import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('the cluster for a field', () => {
  it.each([
    'submarines',
    'who builds submarines?',
    'we build submarines',
    'how do we get help to build submarines?',
  ])('is found for “%s”', (question) => {
    expect(askReal(question)).toMatchObject({ intent: 'find', entries: ['ocean'] });
  });

  it.each(['how do submarines work', 'why do submarines dive', 'comment fonctionnent les sous-marins'])(
    'is no answer to “%s”: it asks about the thing itself',
    (question) => {
      expect(askReal(question).intent).not.toBe('find');
    },
  );

  it.each(['Which airline flies to Regina?', 'Quel hôpital est à Halifax ?'])(
    'is no answer to “%s”: a thing of the field is asked for',
    (question) => {
      expect(askReal(question).intent).not.toBe('find');
    },
  );

  it.each(['Which clusters went to Toronto in 2019?', 'Quelles grappes sont venues à Toronto ?'])(
    'is no answer to “%s”: it asks what happened there',
    (question) => {
      expect(askReal(question).entries).toContain('arrangement-2019#participants');
    },
  );

  it.each(['port of Vancouver strike', 'grève dans le port de Vancouver'])(
    'is no answer to “%s”: nobody looks for a cluster, and a word more is what is asked',
    (question) => {
      expect(askReal(question).intent).not.toBe('find');
    },
  );

  it.each([
    ['the outfit for chickpeas', 'protein'],
    ['which crew does underwater drones', 'ocean'],
    ['somebody for smart warehouses', 'scale-ai'],
    ['la bande qui fait des bateaux', 'ocean'],
  ])('is found by other names for a cluster: %s', (question, entry) => {
    expect(askReal(question)).toMatchObject({ intent: 'find', entries: [entry] });
  });

  it.each([['support for ocean startups in Atlantic Canada', 'ocean#start-ups']])(
    'stands back where a section of that cluster tells of “%s”',
    (question, section) => {
      expect(askReal(question)).toMatchObject({ intent: 'section', entries: [section] });
    },
  );

  it('is no answer to a question about people of the field', () => {
    expect(askReal('folks in my town are tired of the noise of the airport').intent).not.toBe('find');
    expect(askReal('someone for plumbing').answered).toBe(false);
  });

  it.each([
    ['rare earth magnets', 'ngen#projects'],
    ['skin cancer AI', 'digital#first-projects'],
  ])('is less than the passage that all but quotes the keywords: %s', (question, entry) => {
    expect(askReal(question).entries[0]).toBe(entry);
    expect(askReal(`which cluster is for ${question}`).intent).toBe('find');
  });
});

describe('the cluster for who tells what one makes', () => {
  it.each([
    ['Notre atelier monte des bras robotisés, vers quel cluster aller ?', 'ngen'],
    ['On cultive des pois chiches, on cogne à quelle porte ?', 'protein'],
    ['We build tidal turbines, whose door should we knock on?', 'ocean'],
  ])('is found: %s', (question, cluster) => {
    const { intent, entries } = askReal(question);
    expect({ intent, entries: entries.includes(cluster) }).toEqual({ intent: 'find', entries: true });
  });

  it('is none for who looks for something else', () => {
    expect(askReal('Je cherche un appartement à Halifax, à quelle porte cogner ?').answered).toBe(false);
  });
});

describe('whether there is a cluster in a place', () => {
  it.each([
    ['Is there any supercluster in Yukon?', 'Is there a supercluster in Yukon?'],
    ['Y a-tu une grappe au Nunavut ?', 'Existe-t-il une supergrappe au Nunavut ?'],
  ])('is told, also where there is none: %s', (one, other) => {
    expect(askReal(one)).toMatchObject({ intent: 'find', entries: [] });
    expect(askReal(other)).toMatchObject({ intent: 'find', entries: [] });
  });

  it('is told of the one that is there', () => {
    expect(askReal('Y a-t-il une supergrappe en Saskatchewan ?').entries).toEqual(['protein']);
  });
});

describe('a field in a province', () => {
  it('leaves the closest cluster in, though its home is elsewhere', () => {
    expect(askReal('we make furniture in Lévis, which cluster').entries).toContain('ngen');
    expect(askReal('quelle grappe pour une fonderie à Shawinigan').entries).toContain('ngen');
  });

  it('is narrowed by its province to the closest one', () => {
    expect(askReal('quelle grappe pour la robotique en Ontario').entries).toEqual(['ngen']);
  });
});

describe('what belongs to what', () => {
  it.each(['which cluster is shipbuilding part of?', 'which cluster do robots belong to'])(
    'is the cluster of the field: %s',
    (question) => {
      expect(askReal(question).intent).toBe('find');
    },
  );

  it('is asked of an alliance where the clusters are its members', () => {
    const { entries } = askReal('Quels clusters composent l’alliance ELBE, côté énergies bleues ?');
    expect(entries).toContain('sector-bridges#ocean-details');
  });
});
