/** Memory that reading a draft may take, with the room itself. */
const MOST_MEMORY_BYTES = 512 * 1024 * 1024;

/** At the fastest decoding seen a room grows by 20 MB in this time. */
const EVERY_MS = 10;

/**
 * Ends this process when it takes too much memory. Runs in a thread of its own, because the one
 * that reads is busy just then; V8's own limit knows nothing of bytes and decoded pictures.
 */
export function guardMemory(): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_MEMORY_BYTES) process.kill(process.pid, 'SIGKILL');
  }, EVERY_MS);
}
