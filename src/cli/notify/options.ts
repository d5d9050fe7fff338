/** What may be said to `npm run notify`, and what goes together. */
import { parseArgs } from 'node:util';
import { UsageError } from '../tool.ts';

export const usage = `usage: npm run notify -- --changes [--note "…" --note-fr "…"] [--dry-run]
       npm run notify -- --message file.md --topics "NGen, procurement" [--key KEY] [--dry-run]
       npm run notify -- --approve ID | --cancel ID | --resend-failures ID [--dry-run]
       npm run notify -- --report ID [--csv]
       npm run notify -- --list
       npm run notify -- webhooks …    (channels of Teams without the app; alone, it shows how)

  --changes             tell what changed in the content since it was last announced
  --note, --note-fr     a sentence of the editors, in both languages
  --message file.md     send a message: "# Title {#en}" with its text, then "# Titre {#fr}"
  --topics "…"          who is told: names or ids of topics; "everything" reaches every channel
  --key KEY             the same key sends a message once only
  --dry-run             write and send nothing: show audience, limits, duration and skipped channels;
                        with --approve, --cancel and --resend-failures what each of them would do
  --payloads            with --dry-run: print the payloads too, as JSON
  --by NAME             who acts; the name of the user of this computer unless given. With
                        NOTIFY_APPROVAL_CHANNEL: your user id there, when you propose
  --approve ID          publish what somebody else has proposed
  --cancel ID           send nothing more of it
  --resend-failures ID  try again where it failed, and only there
  --report ID           what became of it; --csv prints a row for each channel
  --list                the latest notifications
  --no-wait             do not show the progress of sending`;

export type Options = ReturnType<typeof parse>;

const forms = ['changes', 'message', 'approve', 'cancel', 'resend-failures', 'report', 'list'] as const;
export type Form = (typeof forms)[number];

/** Which options say something beside which forms; left out by mistake, they would be missed in silence. */
const goesWith: Readonly<Partial<Record<keyof Options, readonly Form[]>>> = {
  note: ['changes'],
  'note-fr': ['changes'],
  topics: ['message'],
  key: ['message'],
  'dry-run': ['changes', 'message', 'approve', 'cancel', 'resend-failures'],
  payloads: ['changes', 'message', 'approve'],
  csv: ['report'],
};

/**
 * @returns `help`, or the one form that was chosen with its options
 * @throws UsageError
 */
export function readOptions(): 'help' | { readonly form: Form; readonly options: Options } {
  const options = parse();
  if (options.help) return 'help';
  const [form, another] = forms.filter((one) => options[one] !== undefined);
  if (!form || another) throw new UsageError(`choose one of the forms\n\n${usage}`);
  for (const [option, others] of Object.entries(goesWith)) {
    if (options[option as keyof Options] === undefined || others.includes(form)) continue;
    const expected = others.map((one) => `--${one}`).join(', ');
    throw new UsageError(`--${option} does not go with --${form} (only with ${expected})`);
  }
  if (options.payloads && !options['dry-run']) throw new UsageError('--payloads goes with --dry-run');
  return { form, options };
}

function parse() {
  try {
    return parseArgs({
      options: {
        changes: { type: 'boolean' },
        note: { type: 'string' },
        'note-fr': { type: 'string' },
        message: { type: 'string' },
        topics: { type: 'string' },
        key: { type: 'string' },
        'dry-run': { type: 'boolean' },
        payloads: { type: 'boolean' },
        by: { type: 'string' },
        approve: { type: 'string' },
        cancel: { type: 'string' },
        'resend-failures': { type: 'string' },
        report: { type: 'string' },
        csv: { type: 'boolean' },
        list: { type: 'boolean' },
        'no-wait': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'unreadable options'}\n\n${usage}`);
  }
}
