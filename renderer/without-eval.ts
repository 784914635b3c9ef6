import { z } from 'zod';

// The content security policy forbids making code from text; zod would try it at its first object schema.
z.config({ jitless: true });
