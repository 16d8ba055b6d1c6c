import { z } from 'zod';

/*
 * Imported for its effect, before any schema is made: zod must not compile schemas with
 * `new Function`. The screen's content policy forbids it, and for the one issue and three
 * templates that a run reads, compiling costs more than it saves (17 ms against 6 ms).
 */
z.config({ jitless: true });
