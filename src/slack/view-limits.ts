/** Limits of modals and Home tabs, each with its source, checked like those of messages. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { Check, limits } from './limits.ts';

/** `surfaces/…` stands for https://docs.slack.dev/surfaces/…; the others as in `limits.ts`. */
export const viewLimits = {
  /** block-kit/blocks: 100 in modals and Home tabs */
  blocks: 100,
  /** surfaces/modals: title, submit and close */
  modalTexts: 24,
  /** reference/views (this and the next) */
  privateMetadata: 3_000,
  callbackId: 255,
  /** block-kit/blocks/input-block: label and hint */
  inputLabel: 2_000,
  /** block-kit/composition-objects/option-object: text, and the value */
  optionText: 75,
  optionValue: 150,
  /** block-kit/block-elements/radio-button-group-element and …/checkboxes-element */
  choices: 10,
  /** block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  placeholder: 150,
  /** block-kit/block-elements/plain-text-input-element */
  textInput: 3_000,
} as const;

/** What of a view Slack would refuse, one line each. */
export function viewViolations(view: ModalView | HomeView): string[] {
  const check = new Check();
  check.length('blocks', view.blocks.length, viewLimits.blocks);
  check.length('private_metadata', view.private_metadata?.length ?? 0, viewLimits.privateMetadata, 0);
  check.length('callback_id', view.callback_id?.length ?? 0, viewLimits.callbackId, 0);
  if (view.type === 'modal') {
    check.length('title', view.title.text.length, viewLimits.modalTexts);
    for (const text of [view.submit, view.close]) {
      if (text) check.length('button', text.text.length, viewLimits.modalTexts);
    }
    const asks = view.blocks.some((block) => block.type === 'input');
    if (asks && !view.submit) check.found.push('a modal with inputs has no submit button');
  }
  view.blocks.forEach((block, index) => {
    const at = `blocks[${index}] ${block.type}`;
    // Documented for messages only: views are refused with them.
    if (block.type === 'table' || block.type === 'context_actions') check.found.push(`${at} is for messages`);
    else if (block.type === 'input') checkInput(check, block as Input, at);
    else {
      const known = block as KnownBlock;
      check.block(known, at);
      if (known.type !== 'section' || known.accessory?.type !== 'static_select') return;
      checkInput(check, { label: known.text ?? { text: '' }, element: known.accessory }, at);
    }
  });
  return check.found;
}

interface Input {
  readonly label: { readonly text: string };
  readonly hint?: { readonly text: string };
  readonly element: {
    readonly type: string;
    readonly action_id?: string;
    readonly max_length?: number;
    readonly initial_value?: string;
    readonly placeholder?: { readonly text: string };
    readonly options?: readonly { readonly text: { readonly text: string }; readonly value?: string }[];
  };
}

const optionCounts: Readonly<Record<string, number>> = {
  radio_buttons: viewLimits.choices,
  checkboxes: viewLimits.choices,
  static_select: viewLimits.selectOptions,
  multi_static_select: viewLimits.selectOptions,
};

function checkInput(check: Check, { label, hint, element }: Input, at: string): void {
  check.length(`${at} label`, label.text.length, viewLimits.inputLabel);
  check.length(`${at} hint`, hint?.text.length ?? 0, viewLimits.inputLabel, 0);
  check.length(`${at} action_id`, element.action_id?.length ?? 0, limits.actionId);
  check.length(`${at} placeholder`, element.placeholder?.text.length ?? 0, viewLimits.placeholder, 0);
  check.length(`${at} max_length`, element.max_length ?? 0, viewLimits.textInput, 0);
  check.length(`${at} initial_value`, element.initial_value?.length ?? 0, viewLimits.textInput, 0);
  const most = optionCounts[element.type];
  if (most === undefined) return;
  check.length(`${at} options`, element.options?.length ?? 0, most);
  for (const { text, value } of element.options ?? []) {
    check.length(`${at} option`, text.text.length, viewLimits.optionText);
    check.length(`${at} option value`, value?.length ?? 0, viewLimits.optionValue);
  }
}
