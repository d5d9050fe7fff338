/** Whose row it is: every row of a tenant carries this, and every query on such rows takes it. */

export interface Tenant {
  /** `workflows`: webhooks of Power Automate, which post into Teams without the app. */
  readonly platform: 'slack' | 'teams' | 'workflows' | 'playground';
  /** Slack team or enterprise id, Teams tenant id, '' for webhooks; never a name. */
  readonly workspace: string;
}

/** Where messages are posted: a Slack channel or direct message, a Teams channel or chat. */
export interface Channel extends Tenant {
  /**
   * Slack channel id, Teams conversation id without `;messageid=…`, id of a webhook; never a name, so renaming
   * does no harm.
   */
  readonly channel: string;
}
