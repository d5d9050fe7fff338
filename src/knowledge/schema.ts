/** What a writer may put in a content file; see `docs/content.md` for the same in prose. */
import { z } from 'zod';
import { entryKinds } from './types.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id: lower case letters, digits and single hyphens');

/** YAML reads a bare `2019` as a number. */
const partialDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string({ error: 'expected a date: 2019, 2019-06 or 2019-06-06' })
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'expected a date: 2019, 2019-06 or 2019-06-06',
    ),
);

const line = z.string().trim().min(1, 'expected text');

/**
 * A list of texts, as `z.array(line)` reads it (trimmed, none empty), in one step: questions and words are nearly
 * all that the content's YAML has, and a start waits for each of them.
 */
const texts = z.array(z.unknown()).transform((values, context) =>
  values.map((value, index) => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text !== '') return text;
    context.issues.push({ code: 'custom', message: 'expected text', path: [index], input: value });
    return text;
  }),
);
const address = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });
const factIds = z.array(
  z.string().regex(/^[FG]-[A-Z]+-?\d+$|^G-\d+$/, 'expected a fact id such as F-NGEN-016'),
);

/** What a brief shows: sections, the nearest first. */
const sectionLinks = z
  .array(z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'expected entry#section'))
  .default([]);

const factValue = z.union(
  [
    z
      .strictObject({
        money: z.number().nonnegative(),
        currency: z.string().regex(/^[A-Z]{3}$/),
        up_to: z.boolean().default(false),
      })
      .transform((v) => ({ type: 'money' as const, amount: v.money, currency: v.currency, upTo: v.up_to })),
    z
      .strictObject({ count: z.number().nonnegative(), unit: line, more_than: z.boolean().default(false) })
      .transform((v) => ({ type: 'count' as const, count: v.count, unit: v.unit, moreThan: v.more_than })),
    z
      .strictObject({ percent: z.number(), up_to: z.boolean().default(false) })
      .transform((v) => ({ type: 'percent' as const, percent: v.percent, upTo: v.up_to })),
    z.strictObject({ date: partialDate }).transform((v) => ({ type: 'date' as const, date: v.date })),
    z.strictObject({ text: line }).transform((v) => ({ type: 'text' as const, text: v.text })),
    z.strictObject({ person: line }).transform((v) => ({ type: 'person' as const, name: v.person })),
    z.strictObject({ link: address }).transform((v) => ({ type: 'link' as const, url: v.link })),
  ],
  {
    error:
      'expected { money, currency, up_to }, { count, unit, more_than }, { percent, up_to }, { date }, { text }, { person } or { link }',
  },
);

const period = {
  as_of: partialDate,
  review_by: partialDate.optional(),
  effective: partialDate.optional(),
  until: partialDate.optional(),
  sources: z.array(id).min(1, 'expected at least one source'),
  basis: factIds.default([]),
};

export const frontMatterSchema = z.strictObject({
  kind: z.enum(entryKinds, { error: `expected one of ${entryKinds.join(', ')}` }),
  title: line.max(120, 'expected at most 120 characters'),
  short_title: line.max(30, 'expected at most 30 characters: it stands on a button'),
  aliases: texts.default([]),
  parent: id.optional(),
  provinces: z.array(id).default([]),
  sectors: z.array(id).default([]),
  technologies: z.array(id).default([]),
  related: z
    .array(z.string().regex(/^[a-z0-9-]+(#[a-z0-9-]+)?$/, 'expected entry or entry#section'))
    .default([]),
  counterparts: sectionLinks,
  sources: z.record(
    id,
    z.strictObject({ title: line, publisher: line, url: address, date: partialDate.optional() }),
  ),
  facts: z.array(z.strictObject({ attribute: id, value: factValue, text: line, ...period })).default([]),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

export const sectionSchema = z.strictObject({
  asks: texts.refine(({ length }) => length >= 3, 'expected at least three questions'),
  ...period,
});
export type SectionData = z.infer<typeof sectionSchema>;

/** A year among them is a number to YAML. */
const words = z
  .preprocess(
    (value) =>
      Array.isArray(value) ? value.map((one) => (typeof one === 'number' ? String(one) : one)) : value,
    texts,
  )
  .default([]);
const bilingual = <T extends z.ZodType>(schema: T) => z.strictObject({ en: schema, fr: schema });

export const termsSchema = z.array(
  z.strictObject({
    id,
    ...bilingual(z.strictObject({ label: line, words })).shape,
    clusters: z.array(id).default([]),
    topics: sectionLinks,
    counterparts: sectionLinks,
  }),
);
export const attributesSchema = z.array(
  z.strictObject({
    id,
    section: id.optional(),
    ...bilingual(z.strictObject({ label: line, words })).shape,
  }),
);
export const synonymsSchema = z.array(
  bilingual(texts.refine(({ length }) => length >= 1, 'expected at least one word')),
);
export const terminologySchema = z.array(
  z.strictObject({
    as_of: partialDate,
    source: z
      .strictObject({
        title: bilingual(line),
        publisher: bilingual(line),
        url: address,
        date: partialDate.optional(),
      })
      .optional(),
    terms: z
      .array(bilingual(texts.refine(({ length }) => length >= 1, 'expected at least one form')))
      .min(1, 'expected at least one term'),
  }),
);
export const reactionsSchema = z.array(
  z.strictObject({ id, ...bilingual(z.strictObject({ words, answer: line.max(600) })).shape }),
);
