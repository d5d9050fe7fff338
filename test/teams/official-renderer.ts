/** Microsoft's own renderer as a judge of our cards; it parses and validates without a browser. */
import { createRequire } from 'node:module';

/** The few of its names that are used; the package's types need those of a browser. */
interface Element {
  getJsonTypeName?(): string;
  getItemCount?(): number;
  getItemAt?(index: number): Element;
}
interface RendererCard extends Element {
  hostConfig: object;
  parse(payload: unknown, context: unknown): void;
  validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
}
interface ParseContext {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}
interface Renderer {
  readonly AdaptiveCard: new () => RendererCard;
  readonly HostConfig: new (config: object) => object;
  readonly SerializationContext: new (version: unknown) => ParseContext;
  readonly Versions: { readonly v1_5: unknown };
  readonly CardElement: { readonly langProperty: { readonly regEx: RegExp } };
}

// The package's main entry does not load in Node; its bundle does.
const renderer: Renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

function parse(payload: unknown): { readonly card: RendererCard; readonly context: ParseContext } {
  // Its pattern for `lang` is a global one that remembers where it stopped: every second card would fail.
  renderer.CardElement.langProperty.regEx.lastIndex = 0;
  const card = new renderer.AdaptiveCard();
  // The renderer's own default is five; Teams shows six.
  card.hostConfig = new renderer.HostConfig({ actions: { maxActions: 6 } });
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  card.parse(payload, context);
  return { card, context };
}

/** Everything the official renderer objects to, in words; empty for a good card. */
export function complaints(payload: unknown): string[] {
  const { card, context } = parse(payload);
  return [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...card.validateProperties().validationEvents.map((event) => event.message),
  ];
}

/** The types of all elements that the renderer understood. */
export function understood(payload: unknown): string[] {
  return names(parse(payload).card);
}

function names(element: Element): string[] {
  const children = Array.from({ length: element.getItemCount?.() ?? 0 }, (_, index) =>
    element.getItemAt?.(index),
  );
  return [
    ...(element.getJsonTypeName ? [element.getJsonTypeName()] : []),
    ...children.flatMap((child) => (child ? names(child) : [])),
  ];
}
