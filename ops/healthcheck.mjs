// For the container's HEALTHCHECK: exit code 0 when the process answers on its own address.
const port = process.env.PORT?.trim() || '3978';
try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
