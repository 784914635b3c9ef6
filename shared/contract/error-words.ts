import type { ErrorCode } from './errors.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** For every code: what happened, what was kept, what to do next. `{name}` is filled from the failure's details. */
export const errorWords: Readonly<Record<ErrorCode, Words>> = {
  INPUT_INVALID: {
    zh: '填写内容不符合要求，未作任何改动。按提示修改后再办。',
    en: 'The input is not valid; nothing was changed. Correct what is marked and try again.',
  },
  ENDPOINT_UNKNOWN: {
    zh: '程序各部分版本不一致，未作任何改动。重新启动程序。',
    en: 'Parts of the program differ in version; nothing was changed. Restart the program.',
  },
  CALLER_REFUSED: {
    zh: '该窗口无权执行此操作，未作任何改动。在民警窗口办理。',
    en: "This window may not do that; nothing was changed. Use the officer's window.",
  },
  LOGIN_FAILED: {
    zh: '用户名或口令不正确。检查后重新输入，还可尝试 {left} 次。',
    en: 'The user name or password is wrong. Check and try again; {left} tries left.',
  },
  LOGIN_LOCKED_OUT: {
    zh: '连续输错，账号已锁定，{minutes} 分钟后再试，或由安全管理员解锁。',
    en: 'Too many wrong tries; the account is locked. Try again in {minutes} minutes or ask the security administrator.',
  },
  SESSION_REQUIRED: {
    zh: '尚未登录。登录后继续，已录入内容均已保存。',
    en: 'You are not logged in. Log in to go on; everything entered is saved.',
  },
  SESSION_LOCKED: {
    zh: '窗口已锁定。输入口令解锁，已录入内容均已保存。',
    en: 'The window is locked. Enter your password; everything entered is saved.',
  },
  ROLE_REFUSED: {
    zh: '当前岗位无此权限，未作任何改动。由有权限的民警办理。',
    en: 'Your role may not do this; nothing was changed. Ask an officer who may.',
  },
  NOT_FOUND: {
    zh: '没有找到该记录，可能已被删除或尚未同步。刷新后再试。',
    en: 'The record was not found; it may be gone or not yet synchronised. Refresh and try again.',
  },
  CASE_STATE: {
    zh: '该业务当前状态不能执行此操作，未作任何改动。刷新查看最新状态。',
    en: 'The case is not in a state for this; nothing was changed. Refresh to see its state.',
  },
  CASE_REVISION: {
    zh: '该业务已在别处修改，本次未保存。刷新后在最新内容上继续。',
    en: 'The case was changed elsewhere; this was not saved. Refresh and go on from the newest.',
  },
  CASE_INCOMPLETE: {
    zh: '还有内容未填或未核对，尚不能办理，已录入内容均已保存。按清单补齐。',
    en: 'Something is still missing; what was entered is saved. Complete the list.',
  },
  CASE_INELIGIBLE: {
    zh: '按政策不符合办理条件，未受理。可打印不予受理告知书，或办理居住登记、居住证。',
    en: 'The rules do not allow this; it was not accepted. Print the notice or offer residence registration.',
  },
  CASE_UNREADABLE: {
    zh: '该草稿文件已损坏，原件已另存备查。新建业务重新录入，其他业务不受影响。',
    en: 'This draft is damaged; the original was put aside. Start a new case; no other case is affected.',
  },
  SAME_OPERATOR: {
    zh: '受理人不能审批自己受理的业务，未作任何改动。由另一名所领导审批。',
    en: 'Whoever accepted a case may not approve it; nothing was changed. Another chief must.',
  },
  REASON_REQUIRED: {
    zh: '此操作须写明理由，未作任何改动。填写理由后再办。',
    en: 'This needs a reason; nothing was changed. Write it and try again.',
  },
  PERSON_IN_OTHER_CASE: {
    zh: '{name} 正在另一业务（{number}）中办理，未受理。先办结或撤回该业务。',
    en: '{name} is in another running case ({number}); not accepted. Finish or withdraw that one first.',
  },
  PERSON_ALREADY_REGISTERED: {
    zh: '{name} 已在本市登记常住户口，未受理。改办市内移居。',
    en: '{name} is already registered in this city; not accepted. Use the move inside the city.',
  },
  CHANGE_REFUSED: {
    zh: '登记簿不允许这样变更，未作任何改动。按页面标注的原因改正后再办。',
    en: 'The register does not allow this change; nothing was changed. Correct what the page names and try again.',
  },
  HOUSEHOLD_FULL: {
    zh: '该户户口簿人数已满（{limit} 人），未办理。立新户或先办理分户。',
    en: 'The household book is full ({limit} persons); nothing was done. Make a new household or split this one.',
  },
  HOUSEHOLD_CLOSED: {
    zh: '该户已销户，不能迁入。选择其他户或立新户。',
    en: 'That household is closed. Choose another or make a new one.',
  },
  ADDRESS_UNKNOWN: {
    zh: '标准地址库中没有该地址，未受理。从地址树中选择到户室。',
    en: 'That address is not in the standard address base; not accepted. Pick one from the tree, down to the room.',
  },
  ADDRESS_FROZEN: {
    zh: '该地址已冻结，不能迁入，未受理。联系地址管理岗。',
    en: 'That address is frozen; nobody may move in. Ask whoever keeps the addresses.',
  },
  ADDRESS_OTHER_STATION: {
    zh: '该地址不属本所辖区，未受理。到 {station} 办理。',
    en: 'That address belongs to another station; not accepted. Apply at {station}.',
  },
  NUMBERS_EXHAUSTED: {
    zh: '本机预领的号段已用完，未作任何改动。恢复与人口库的连接后自动补领。',
    en: 'The leased numbers are used up; nothing was changed. They are leased anew once the registry is reached.',
  },
  DOCUMENT_WAITS: {
    zh: '该证件待人口库确认后方可打印，已登记内容不受影响。确认后自动转入待打印。',
    en: 'This paper waits for the registry\'s confirmation; the record is safe. It moves to "to print" by itself.',
  },
  DOCUMENT_VOID: {
    zh: '该证件已作废，没有打印。编号已更换的打印新证件，业务已撤回的重新办理。',
    en: 'This paper is void; nothing was printed. Print the one that replaces it, or begin the withdrawn case again.',
  },
  BLANK_UNDECIDED: {
    zh: '空白证件 {number} 打印后尚未报告正常或者作废，没有再打印。报告后再办。',
    en: 'What became of sheet {number} is not reported yet; nothing was printed. Report it first.',
  },
  CONFLICT_ORDER: {
    zh: '这笔登记以另一笔被退回的登记为依据，未作任何改动。先处理前面那一笔。',
    en: 'This registration builds on another refused one; nothing was changed. Settle that one first.',
  },
  CONFLICT_WAITS: {
    zh: '以它为依据的登记尚未得到市人口库答复，未作任何改动。同步后再处理。',
    en: 'What builds on this registration is not answered by the registry yet; nothing was changed. Synchronise and try again.',
  },
  INQUIRY_OPEN: {
    zh: '同样的函询已经发出，尚未答复，没有重复发送。等候答复。',
    en: 'The same inquiry waits for its answer already; nothing was sent again. Wait for the answer.',
  },
  INQUIRY_INCOMPLETE: {
    zh: '函询所需内容尚未填齐，没有发送。先填齐姓名、公民身份号码以及证件编号、签发地等内容。',
    en: 'What has to be said is not entered yet; nothing was sent. Enter name and number, and for a paper its number and place of issue.',
  },
  PRINT_CHARACTER_MISSING: {
    zh: '字库缺少字符 {codePoints}，未打印。核对用字无误后，将含该字的字体文件放入数据文件夹的 fonts 中，重新启动程序再打印。',
    en: 'No font has {codePoints}; nothing was printed. Check the character, put a font that has it into "fonts" in the data folder, restart and print again.',
  },
  PRINT_CHARACTER_PRIVATE: {
    zh: '{privateUse} 是旧系统自造字的编码，换一台电脑就是别的字，未打印。改为规范编码后再打印（{standard}）；查不到规范字的，报市局核定。',
    en: '{privateUse}: made up by an older system, another character elsewhere; nothing was printed. Enter the standard character ({standard}); if there is none, ask the city bureau.',
  },
  PRINT_VALUE_TOO_LONG: {
    zh: '“{field}”内容过长，证件位置放不下，未打印。核对内容或换用 A4 格式。',
    en: '"{field}" is too long for its place; nothing was printed. Check the value.',
  },
  PRINT_INPUT_INVALID: {
    zh: '打印内容不完整（{field}），未打印。补齐后重试。',
    en: 'The paper lacks {field}; nothing was printed. Complete it and try again.',
  },
  PRINTER_FAILED: {
    zh: '打印机未完成打印，未计入已打印。检查打印机后重新打印。',
    en: 'The printer did not finish; it is not counted as printed. Check it and print again.',
  },
  PRINTER_STOPPED: {
    zh: '打印机“{printer}”已停用，没有打印，未计入已打印。处理卡纸、缺纸等情况并恢复打印机后，重新打印。',
    en: 'The printer "{printer}" is stopped; nothing was printed or counted. Mend it, start it again, and print again.',
  },
  PRINTER_REJECTS: {
    zh: '打印机“{printer}”不接收打印任务，没有打印，未计入已打印。恢复后重新打印，或在打印设置中另选。',
    en: 'The printer "{printer}" takes no jobs; nothing was printed or counted. Let it take jobs again, or choose another in the settings.',
  },
  PRINTER_ABSENT: {
    zh: '本机没有打印机“{printer}”，没有打印，未计入已打印。在打印设置中另选打印机后，重新打印。',
    en: 'This computer has no printer "{printer}"; nothing was printed or counted. Choose another in the settings and print again.',
  },
  PRINTER_LATE: {
    zh: '打印机“{printer}”一分钟内没有打完，任务已撤回，未计入已打印。检查打印机和已出的纸张后，重新打印。',
    en: 'The printer "{printer}" did not finish within a minute; the job was taken back and not counted. Look at it and at what came out, then print again.',
  },
  CALIBRATION_REFUSED: {
    zh: '读数之间最大相差 {residual} 毫米，或偏差超出打印机正常范围，未保存，原校准不变。核对读数后再保存。',
    en: 'The readings disagree by {residual} mm, or by more than any sound printer; nothing was saved. Check the readings and save again.',
  },
  CARD_ABSENT: {
    zh: '读卡器上没有身份证。放好身份证再读，或手工输入号码。',
    en: 'There is no card on the reader. Place it and read again, or type the number.',
  },
  CARD_UNREADABLE: {
    zh: '身份证读取失败（{reason}），未填入任何内容。重新放置，或手工输入。',
    en: 'The card could not be read ({reason}); nothing was filled in. Place it again or type.',
  },
  PHOTO_REFUSED: {
    zh: '照片须为拍摄或者扫描的图像，不超过 {limitKb} 千字节，宽不少于 {widthPx} 像素、高不少于 {heightPx} 像素；未保存。重新拍摄或换一张。',
    en: 'A photograph has to be JPEG or PNG, at most {limitKb} KB, at least {widthPx} pixels wide and {heightPx} high; it was not kept. Take it again or choose another.',
  },
  IMAGE_REFUSED: {
    zh: '图像过大或格式不支持，未保存。重新拍照。',
    en: 'The picture is too large or of an unknown kind; not saved. Take it again.',
  },
  PACK_REFUSED: {
    zh: '该文件不能作为政策包安装，未作任何改动，在用的政策包不变。按下面的原因处理后重新安装。',
    en: 'This file cannot be installed as a policy pack; nothing was changed and the pack in use stays. Mend the cause and try again.',
  },
  PACK_MISSING: {
    zh: '该业务按政策包 {version} 受理，本机没有这一版本；业务内容和文书均已保留。由所领导或系统管理员在“设置”中安装该版本的签名文件后接着办。',
    en: 'This case was accepted under policy pack {version}, which is not on this computer; everything of the case is kept. A chief or system administrator installs the signed file of that version in the settings.',
  },
  REGISTRY_OFFLINE: {
    zh: '暂时连不上市人口库，本地业务照常办理，恢复后自动上报。',
    en: 'The registry cannot be reached; work goes on locally and is sent when it is back.',
  },
  REGISTRY_NONSENSE: {
    zh: '人口库返回了无法识别的内容，本地数据未改动，稍后自动重试。持续出现时联系技术人员。',
    en: 'The registry answered nonsense; local data is unchanged and it will be tried again. If it persists, call the technician.',
  },
  REGISTRY_REFUSED: {
    zh: '人口库拒绝了请求（{reason}），本地数据未改动。按原因处理后重试。',
    en: 'The registry refused ({reason}); local data is unchanged. Mend the cause and try again.',
  },
  REGISTRY_BEHIND: {
    zh: '人口库缺少它已经确认过的登记，可能恢复了旧的备份。本机已停止上报和接收，数据未改动。请联系人口库管理员恢复到最新的数据，恢复后自动继续。',
    en: "The registry lacks registrations it has confirmed; it may have been restored from an old backup. This computer sends and takes nothing, its data is unchanged. Ask the registry's administrator to restore the newest data; work goes on by itself then.",
  },
  FROZEN_COPY_MISSING: {
    zh: '本机还没有完整的人口库副本，暂不能登记，已录入内容均已保存。在“同步”页查看进度；没有进展时联系系统管理员。',
    en: 'This computer has no whole copy of the register yet, so nothing can be registered; everything entered is saved. See its progress under Synchronising; tell the system administrator when there is none.',
  },
  FROZEN_COPY_OLD: {
    zh: '人口库副本已 {days} 天没有更新，满 {limit} 天暂停登记，受理和打印照常，已录入内容均已保存。恢复线路或者导入离线交换文件后继续；当日确需登记的，由所长在“同步”页准许。',
    en: 'The copy of the register is {days} days old, and from {limit} days on nothing is registered; accepting and printing go on, everything entered is saved. Restore the line or import an exchange file; where it can not wait, the chief may let it through for the day under Synchronising.',
  },
  FROZEN_CLOCK: {
    zh: '本机日期与市人口库不是同一天（相差 {minutes} 分钟），登记日期会写错，已暂停登记，已录入内容均已保存。请系统管理员校正系统时间后重试。',
    en: "This computer's clock shows another day than the registry's ({minutes} minutes apart), so registrations would bear a wrong day; nothing is registered, everything entered is saved. Let the system administrator set the clock right and try again.",
  },
  EXCHANGE_NOT_A_FILE: {
    zh: '该文件不是离线交换文件，或者由更新版本的程序生成，未作任何改动。请选择上报、答复或者预填申请的文件；仍不能读取时更新程序。',
    en: 'This is no exchange file, or of a newer program; nothing was changed. Choose a file ending in .luohu-exchange, or update the program.',
  },
  EXCHANGE_OTHER_RECIPIENT: {
    zh: '该文件是发给另一台计算机的，本机不能打开，未作任何改动。把文件交给对应的计算机，或者取回发给本机的文件。',
    en: 'This file is for another computer; nothing was changed. Take it there, or fetch the file made for this one.',
  },
  EXCHANGE_OTHER_SENDER: {
    zh: '该文件的签名单位不在本机信任的名单内，未作任何改动。核对文件来源；来源无误的，由系统管理员先导入对方的密钥文件。',
    en: 'This file is signed by somebody this computer does not trust; nothing was changed. Check where it is from; if that is right, the system administrator imports their key file first.',
  },
  EXCHANGE_WRONG_KEY: {
    zh: '该文件用旧的密钥加密，这里已不能打开，未作任何改动。请对方用现在的密钥文件重新生成。',
    en: 'This file was sealed to an old key and can no longer be opened; nothing was changed. Ask for a new one, made with the present key file.',
  },
  EXCHANGE_ALTERED: {
    zh: '该文件的内容被改动过或者已损坏，未作任何改动。从原介质重新复制；仍不能读取时请对方重新生成。',
    en: 'This file was altered or damaged; nothing was changed. Copy it again from the medium, or ask for a new one.',
  },
  EXCHANGE_CUT: {
    zh: '该文件不完整，复制时中断，未作任何改动。从原介质重新复制完整的文件。',
    en: 'This file is incomplete: copying broke off; nothing was changed. Copy the whole file again.',
  },
  EXCHANGE_GAP: {
    zh: '缺少之前的第 {missing} 号答复文件，该文件中的登记变更接不上，没有接收。先导入第 {missing} 号，再导入该文件；找不到的，重新生成一个上报文件。',
    en: 'Answer file {missing} has not been imported, so the changes in this one do not fit on and were not taken. Import file {missing} first and then this one again, or make a new file to send.',
  },
  EXCHANGE_TOO_NEW: {
    zh: '该文件是按本机较新的数据生成的，本机数据可能恢复过旧的备份，登记变更接不上，没有接收。重新生成一个上报文件，送市人口库答复后导入。',
    en: 'This file was made for newer data than this computer has; an old backup may have been restored, and the changes were not taken. Make a new file to send and import its answer.',
  },
  EXCHANGE_NO_KEYS: {
    zh: '本机还没有市人口库的密钥文件，不能生成或者读取交换文件。请系统管理员在“同步”页导入技术人员带来的密钥文件。',
    en: "This computer has no key file of the registry yet. The system administrator imports the technician's key file on the page Sync.",
  },
  EXCHANGE_KEYS_REFUSED: {
    zh: '该密钥文件未被接受，原有密钥不变：文件不正确，或者更换密钥未经原密钥签名。请对方重新提供，并核对指纹。',
    en: 'This key file was not accepted and the known keys stay: it is not valid, or a change was not signed with the key before. Ask for another and compare the fingerprint.',
  },
  EXCHANGE_REFUSED: {
    zh: '对方没有办理该文件（{reason}），本机数据未改动。按原因处理后重新生成文件。',
    en: 'The other side did not carry this file out ({reason}); local data is unchanged. Mend the cause and make a new file.',
  },
  EXCHANGE_NOT_WRITTEN: {
    zh: '文件没有写到所选位置，登记均在本机。检查介质是否插好、有无空间、是否写保护，然后重新生成。',
    en: 'The file could not be written there; every registration is still here. Check that the medium is in, has room and may be written, and make the file again.',
  },
  EXCHANGE_STOPPED: {
    zh: '已按要求停止，已导入的内容有效。再次导入同一文件即可接着办，不会重复。',
    en: 'Stopped as asked; what was taken stays. Import the same file again to go on; nothing is doubled.',
  },
  DATABASE_NEWER: {
    zh: '本机数据由更新版本的程序建立，未作任何改动。安装新版本程序后再打开。',
    en: 'The data was made by a newer program; nothing was changed. Install the newer version.',
  },
  DATABASE_DAMAGED: {
    zh: '本机数据库损坏，原文件已保留。联系技术人员从备份恢复，未上报业务不会丢失。',
    en: 'The local database is damaged; the file was kept. Ask the technician to restore the backup; nothing unsent is lost.',
  },
  DISK_FULL: {
    zh: '磁盘空间不足，本次未保存，此前内容均在。清理磁盘后重试。',
    en: 'The disk is full; this was not saved, everything before it was. Free space and try again.',
  },
  STATION_STOPPED: {
    zh: '后台服务正在重新启动，已保存内容不受影响。稍候自动继续。',
    en: 'The service is restarting; what was saved is safe. It goes on by itself in a moment.',
  },
  BUG: {
    zh: '程序内部错误，本次操作未完成，已保存内容不受影响。重试；仍出现时导出诊断信息交技术人员。',
    en: 'An internal error; this was not done, what was saved is safe. Try again; if it persists, give the diagnostics to the technician.',
  },
};
