import { findAddress } from '../../store/addresses.ts';
import type { Database } from '../../store/database.ts';
import { listHistory } from '../../store/happenings.ts';
import { findOperator } from '../../store/operators.ts';
import { findBook } from './household-book-first-page.ts';
import { officerName, type PaperInput } from './paper.ts';

/** Lines of the page. */
const mostLines = 6;

/** Where the household moved as a whole, the oldest first: its number stays, its address does not. */
function listMoves(database: Database, householdId: string) {
  return listHistory(database, 'household', householdId)
    .toReversed()
    .filter(({ before, after, reversedBy, eventKind }) => {
      const isMove = before !== null && before.addressId !== after.addressId;
      return isMove && reversedBy === null && eventKind !== 'event.reversed';
    })
    .map(({ after, registeredOn, operatorId }) => ({
      newAddress: findAddress(database, String(after.addressId))?.data.fullName,
      changedOn: registeredOn,
      officer: operatorId === null ? undefined : findOperator(database, operatorId)?.name,
    }));
}

/** 住址变动登记 page of the book: the moves of the household; of one that was opened by a move, the address it moved to. */
export const addressChangePage: PaperInput = (paper) => {
  const book = findBook(paper);
  if (!book) return null;
  const moves = listMoves(paper.program.database, book.household.householdId).slice(-mostLines);
  const here = { newAddress: book.address.fullName, changedOn: book.issuedOn, officer: officerName(paper) };
  return { changes: moves.length > 0 ? moves : [here] };
};
