import type { InquiryRequest } from '../../shared/contract/registry-inquiry.ts';
import { approvingOffice, type OfficeCode, registryOfDivision } from '../../shared/domain/offices.ts';

/** Who answers an inquiry: the police body of that level above the station, the department, or the registry of the place of issue. */
export function officeOf({ ask, stationCode }: Pick<InquiryRequest, 'ask' | 'stationCode'>): OfficeCode {
  switch (ask.kind) {
    case 'approval':
      return approvingOffice(stationCode, ask.level);
    case 'verification':
      return ask.department;
    case 'paper':
      return registryOfDivision(ask.division);
  }
}
