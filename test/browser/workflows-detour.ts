/** Loaded into the bot's process before everything else: what leaves for Workflows goes to the double. */
const { WORKFLOWS_DOUBLE: double = '' } = process.env;
const { fetch: reach } = globalThis;

globalThis.fetch = (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : input);
  return hostname.endsWith('.environment.api.powerplatform.com') ? reach(double, init) : reach(input, init);
};
