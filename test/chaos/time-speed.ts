/** Time runs so many times as fast, so that pauses and leases pass quickly; the same in every process. */
export const timeSpeed = 20;
