import { z } from 'zod';

export const invitationToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'It is not the token of an invitation: copy the whole link');
