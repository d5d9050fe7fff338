/**
 * The part of the Adaptive Card schema 1.5 that this product writes. Optional properties are those
 * the schema lets out; everything else is required here, so that an element is never half empty.
 */

interface Spaced {
  readonly spacing?: 'none' | 'small' | 'default' | 'medium' | 'large';
  readonly separator?: boolean;
}

export interface TextBlock extends Spaced {
  readonly type: 'TextBlock';
  /** Markdown: whatever is not ours to mark up has passed `inert`. */
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly color?: 'accent';
  readonly isSubtle?: true;
}

export interface TextRun {
  readonly type: 'TextRun';
  /** Plain: the schema says that Markdown is not supported here. */
  readonly text: string;
  readonly weight?: 'bolder';
  readonly italic?: true;
  readonly size?: 'small';
  readonly isSubtle?: true;
}

export interface RichTextBlock extends Spaced {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface FactSet extends Spaced {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface TableCell {
  readonly type: 'TableCell';
  readonly items: readonly CardItem[];
}

export interface Table extends Spaced {
  readonly type: 'Table';
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly { readonly type: 'TableRow'; readonly cells: readonly TableCell[] }[];
  readonly firstRowAsHeader: true;
  readonly showGridLines: boolean;
}

export interface Container extends Spaced {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'warning' | 'accent';
  readonly items: readonly CardItem[];
  /** The whole container is a button, whose title is its name for those who do not see it. */
  readonly selectAction?: AdaptiveCardAction;
}

export interface CardImage extends Spaced {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly size: 'medium';
}

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: object;
}

/** What a button asks of the bot; stable, for old cards stay in conversations. */
export type Verb =
  | 'call'
  | 'share'
  | 'markdown'
  | 'feedback'
  | 'ask-person'
  | 'ask-person-send'
  | 'expert-take'
  | 'expert-answer'
  | 'expert-close'
  | 'approval-approve'
  | 'approval-refuse'
  | 'subscribe-open'
  | 'subscribe-save'
  | 'subscribe-remove';

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: object;
  readonly style?: 'positive';
  /** `none`: may be pressed while a field that is required is empty. */
  readonly associatedInputs?: 'none';
  /** Clients older than the Universal Action Model send this instead, or leave the button out. */
  readonly fallback: SubmitAction | 'drop';
}

export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** `Action.Submit` by itself stands in dialogs alone. */
export type AdaptiveCardAction = ExecuteAction | OpenUrlAction | SubmitAction;

/**
 * Microsoft asks that every Action.Execute stand in an ActionSet: clients before 1.4 only fall back there.
 * Those show the `fallbackText` of a card of 1.5 anyway.
 */
export interface ActionSet extends Spaced {
  readonly type: 'ActionSet';
  readonly actions: readonly AdaptiveCardAction[];
}

export interface InputText extends Spaced {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly isRequired: true;
  readonly errorMessage: string;
  readonly isMultiline: boolean;
  readonly maxLength: number;
  readonly value?: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface InputChoiceSet extends Spaced {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly isRequired: true;
  readonly errorMessage: string;
  readonly choices: readonly Choice[];
  readonly isMultiSelect: boolean;
  readonly style: 'compact' | 'expanded';
  /** Otherwise a choice that is longer than the line is cut. */
  readonly wrap: true;
  /** Several are joined by commas. */
  readonly value?: string;
}

export interface InputTime extends Spaced {
  readonly type: 'Input.Time';
  readonly id: string;
  readonly label: string;
  /** `HH:mm`. */
  readonly value?: string;
}

export type CardItem =
  | TextBlock
  | RichTextBlock
  | FactSet
  | Table
  | Container
  | CardImage
  | ActionSet
  | InputText
  | InputChoiceSet
  | InputTime;

export interface AdaptiveCardPayload {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: 'en' | 'fr';
  /** Shown by a client that cannot render version 1.5. */
  readonly fallbackText: string;
  /** Plain text that is read aloud. */
  readonly speak: string;
  readonly body: readonly CardItem[];
}
