import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type ExchangeTaken, receiveLimitBytes } from '../../../shared/contract/exchange.ts';
import { ask, type CallFailure } from '../../client.ts';

/** Hands a picked file over in pieces, however large it is, and has it taken. */
async function bring(file: File): Promise<ExchangeTaken> {
  const transferId = crypto.randomUUID();
  for (let offset = 0; offset === 0 || offset < file.size; offset += receiveLimitBytes) {
    const bytes = new Uint8Array(await file.slice(offset, offset + receiveLimitBytes).arrayBuffer());
    await ask('exchange.receive', { transferId, offset, bytes });
  }
  return ask('exchange.take', { transferId });
}

/** Takes a file that the operator picked. */
export function useBringFile(): UseMutationResult<ExchangeTaken, CallFailure, File> {
  return useMutation<ExchangeTaken, CallFailure, File>({ mutationFn: bring });
}
