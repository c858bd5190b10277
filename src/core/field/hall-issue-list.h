/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that can be wrong with a value or a file, with what to do about it:
 * ISSUE (id, severity, "stable-code", "English", "中文"). %1 to %3 are filled in.
 * The codes are part of the interface (certhallctl, the service): docs/findings.md lists them.
 */
/* clang-format off */

/* any field */
ISSUE (REQUIRED,            WRONG,    "required",            "Please fill this in.", "请填写此项。")
ISSUE (CONTROL_CHARACTER,   WRONG,    "control-character",   "The text holds an invisible control character; delete it and type it again.", "内容中含有不可见的控制字符，请删除后重新输入。")
ISSUE (TOO_SHORT,           WRONG,    "too-short",           "At least %1 characters are needed; there are %2.", "至少需要 %1 个字，目前只有 %2 个。")
ISSUE (TOO_LONG,            WRONG,    "too-long",            "At most %1 characters fit; there are %2.", "最多 %1 个字，目前有 %2 个。")
ISSUE (UNEXPECTED_CHARACTER, WRONG,   "unexpected-character", "The character “%1” is not used here; please remove it.", "此处不能使用字符“%1”，请删除。")
ISSUE (UNKNOWN_FIELD,       WRONG,    "unknown-field",       "There is no field “%1” in this application.", "申请中没有“%1”这一项。")
ISSUE (NOT_IN_THIS_TYPE,    WRONG,    "not-in-this-type",    "This field does not belong to the chosen certificate type; remove it.", "所选证书类型不需要此项，请删除。")
ISSUE (NOT_EQUAL,           WRONG,    "not-equal",           "This must be the same as “%2”.", "此项必须与“%1”一致。")
ISSUE (GROUP_TOO_LONG,      WRONG,    "group-too-long",      "Together with “%2” this may take %3 bytes at most (a Chinese character counts two); please shorten it.", "与“%1”合计不能超过 %3 个字节（一个汉字计两个字节），请精简。")
ISSUE (MESSAGE,             WRONG,    "message",             "%1", "%1") /* from a newer hall, in its own words */
ISSUE (UNKNOWN_PROJECT,     WRONG,    "unknown-project",     "The project “%1” is not known here.", "没有“%1”这个项目。")
ISSUE (UNKNOWN_TYPE,        WRONG,    "unknown-type",        "The certificate type “%1” does not exist in this project.", "本项目没有“%1”这种证书类型。")

ISSUE (FIELD_LOCKED,        WRONG,    "field-locked",        "This has been accepted already and cannot be changed now.", "此项已审核通过，现在不能修改。")

/* signing in */
ISSUE (PASSWORD_WEAK,       WRONG,    "password-weak",       "A password has 8 to 32 characters and at least two of letters, digits and symbols.", "密码为 8 至 32 位，至少包含字母、数字、符号中的两种。")
ISSUE (SIGN_IN_WRONG,       WRONG,    "sign-in-wrong",       "Name or password is wrong.", "账号或密码不正确。")
ISSUE (SMS_CODE_FORMAT,     WRONG,    "sms-code-format",     "The code has 6 digits.", "验证码为 6 位数字。")
ISSUE (SMS_CODE_WRONG,      WRONG,    "sms-code-wrong",      "The code is not right; %1 tries are left.", "验证码不正确，还可以尝试 %1 次。")
ISSUE (SMS_CODE_EXPIRED,    WRONG,    "sms-code-expired",    "The code is no longer valid; please ask for a new one.", "验证码已失效，请重新获取。")
ISSUE (ALREADY_REGISTERED,  WRONG,    "already-registered",  "This number is registered already; please sign in.", "该手机号已注册，请直接登录。")
ISSUE (CONSENT_MISSING,     WRONG,    "consent-missing",     "“%2” has not been accepted.", "尚未同意《%1》。")
ISSUE (CONSENT_OUTDATED,    WRONG,    "consent-outdated",    "“%2” has a newer version; please read it again.", "《%1》已更新，请重新阅读。")

/* choices and lists */
ISSUE (NOT_A_CHOICE,        WRONG,    "not-a-choice",        "“%1” is not one of the choices.", "“%1”不在可选范围内，请重新选择。")
ISSUE (NOT_IN_LIST,         DOUBTFUL, "not-in-list",         "“%1” is not in the list of common names; please write the full official name.", "“%1”不在常用名单中，请核对是否为完整的规范名称。")

/* names */
ISSUE (NAME_BLANK,          WRONG,    "name-blank",          "A Chinese name has no blanks; please remove them.", "中文姓名中不能有空格，请删除。")
ISSUE (NAME_SCRIPT,         WRONG,    "name-script",         "“%1” cannot stand in a name; write the name as on the identity document.", "姓名中不能有“%1”，请按证件上的姓名填写。")
ISSUE (NAME_DOT,            WRONG,    "name-dot",            "The middle dot “·” stands between the parts of a name, once and not at an end.", "间隔号“·”只能写在姓名各部分之间，不能重复，也不能在开头或结尾。")

/* unified social credit code */
ISSUE (USCC_LENGTH,         WRONG,    "uscc-length",         "A unified social credit code has 18 characters; there are %1.", "统一社会信用代码为 18 位，目前为 %1 位。")
ISSUE (USCC_CHARACTER,      WRONG,    "uscc-character",      "Character %1 (“%2”) cannot be right: the code uses digits and capital letters without I, O, S, V and Z, and digits in places 3 to 8.", "第 %1 位“%2”有误：代码由数字和大写字母组成（不用 I、O、S、V、Z），第 3 至 8 位为数字。")
ISSUE (USCC_CHECK_DIGIT,    DOUBTFUL, "uscc-check-digit",    "Character 18 should be %1; please compare the code with the business licence.", "第 18 位应为 %1，请对照营业执照核对。")

/* resident identity number */
ISSUE (ID_LENGTH,           WRONG,    "id-length",           "A resident identity number has 18 characters; there are %1.", "身份证号码为 18 位，目前为 %1 位。")
ISSUE (ID_FIFTEEN,          WRONG,    "id-fifteen",          "Numbers of 15 digits are no longer valid; please write the 18-digit number of the current card.", "15 位身份证号码已停用，请填写现行身份证上的 18 位号码。")
ISSUE (ID_CHARACTER,        WRONG,    "id-character",        "Character %1 (“%2”) must be a digit; only the last may be X.", "第 %1 位“%2”应为数字，只有最后一位可以是 X。")
ISSUE (ID_AREA,             WRONG,    "id-area",             "The first two digits (%1) name no province; please compare with the identity card.", "前两位“%1”不是省级地区代码，请对照身份证核对。")
ISSUE (ID_DATE,             WRONG,    "id-date",             "Digits 7 to 14 (%1) are not a date; please compare with the identity card.", "第 7 至 14 位“%1”不是有效日期，请对照身份证核对。")
ISSUE (ID_FUTURE,           WRONG,    "id-future",           "The date of birth %1 lies in the future; please compare with the identity card.", "出生日期 %1 晚于今天，请对照身份证核对。")
ISSUE (ID_CHECK_DIGIT,      WRONG,    "id-check-digit",      "The last character should be %1; please compare with the identity card.", "最后一位应为 %1，请对照身份证核对。")
ISSUE (ID_TOO_YOUNG,        WRONG,    "id-too-young",        "This person is younger than %1 and cannot act here; please name somebody of age.", "该人员未满 %1 周岁，不能办理，请更换成年人员。")
ISSUE (ID_TOO_OLD,          WRONG,    "id-too-old",          "By this number the person is older than %1; please compare with the identity card.", "按此号码该人员已超过 %1 周岁，请对照身份证核对。")
ISSUE (DOCUMENT_NUMBER,     WRONG,    "document-number",     "A document number has 5 to 20 capital letters and digits.", "证件号码由 5 至 20 位大写字母和数字组成。")

/* telephone and mail */
ISSUE (MOBILE_FORMAT,       WRONG,    "mobile-format",       "A mobile number has 11 digits and begins with 13 to 19.", "手机号码为 11 位数字，以 13 至 19 开头。")
ISSUE (MOBILE_UNALLOCATED,  DOUBTFUL, "mobile-unallocated",  "Numbers that begin with %1 are not in general use; please check it.", "以 %1 开头的号码不属于公众手机号段，请核对。")
ISSUE (MOBILE_RESELLER,     HINT,     "mobile-reseller",     "Numbers of resellers (%1) are sometimes not found in the carrier's real-name register.", "%1 号段属虚拟运营商，实名登记有时查询不到，如有其他手机号建议更换。")
ISSUE (PHONE_FORMAT,        WRONG,    "phone-format",        "Write a mobile number, or area code and number such as 0755-26500000.", "请填写手机号码，或“区号-号码”，例如 0755-26500000。")
ISSUE (EMAIL_FORMAT,        WRONG,    "email-format",        "Write an address such as name@example.com.", "请填写完整的邮箱地址，例如 name@example.com。")

/* bank */
ISSUE (ACCOUNT_FORMAT,      WRONG,    "account-format",      "An account number has 6 to 32 digits.", "银行账号由 6 至 32 位数字组成。")
ISSUE (CARD_FORMAT,         WRONG,    "card-format",         "A bank card number has 16 to 19 digits.", "银行卡号为 16 至 19 位数字。")
ISSUE (CARD_CHECK_DIGIT,    DOUBTFUL, "card-check-digit",    "The card number fails its check digit; please compare it with the card.", "银行卡号校验未通过，请对照卡面核对。")
ISSUE (CNAPS_FORMAT,        WRONG,    "cnaps-format",        "A bank branch number has 12 digits; there are %1.", "联行号为 12 位数字，目前为 %1 位。")
ISSUE (CNAPS_CHECK_DIGIT,   DOUBTFUL, "cnaps-check-digit",   "The last digit should be %1; please ask the bank branch.", "最后一位应为 %1，请向开户行核对。")

/* address, tax, dates */
ISSUE (POSTCODE_FORMAT,     WRONG,    "postcode-format",     "A postcode has six digits.", "邮编为 6 位数字。")
ISSUE (TAX_NO_FORMAT,       WRONG,    "tax-no-format",       "A taxpayer number has 15 to 20 digits and capital letters.", "纳税人识别号由 15 至 20 位数字或大写字母组成。")
ISSUE (DATE_FORMAT,         WRONG,    "date-format",         "Write the date as 2026-01-31.", "请按 2026-01-31 的格式填写日期。")
ISSUE (DATE_OR_LONG_FORMAT, WRONG,    "date-or-long-format", "Write the date as 2026-01-31, or 长期 if it has no end.", "请按 2026-01-31 的格式填写日期，或填写“长期”。")
ISSUE (DATE_PAST,           WRONG,    "date-past",           "%1 has passed; a valid document is needed.", "%1 已过期，请提供有效证照。")

/* documents of an order */
ISSUE (DOCUMENT_MISSING,    WRONG,    "document-missing",    "This document has not been uploaded yet.", "此项资料尚未上传。")
ISSUE (DOCUMENT_OUTDATED,   WRONG,    "document-outdated",   "The data were changed after this was printed; print, sign, stamp and upload it again.", "打印之后信息有修改，请重新打印、签字盖章并上传。")
ISSUE (NOT_CHANGED,         WRONG,    "not-changed",         "This was returned and has not been changed yet.", "此项已被退回，尚未修改。")
ISSUE (REASON_UNFIT,        WRONG,    "reason-unfit",        "The reason %1 cannot be given here.", "原因 %1 不适用于此处。")
ISSUE (NOT_JUDGED,          WRONG,    "not-judged",          "This has not been accepted or returned yet.", "此项尚未审核。")
ISSUE (REASON_TEXT_MISSING, WRONG,    "reason-text-missing", "Another reason needs a sentence that says which.", "选择“其他原因”时，请填写说明。")

/* files */
ISSUE (FILE_EMPTY,          WRONG,    "file-empty",          "The file is empty; please choose it again.", "文件是空的，请重新选择。")
ISSUE (FILE_TOO_LARGE,      WRONG,    "file-too-large",      "The file has %1; at most %2 are allowed.", "文件大小为 %1，不能超过 %2。")
ISSUE (FILE_TYPE,           WRONG,    "file-type",           "Only JPG and PDF files are accepted; this is neither. Save or scan it as JPG or PDF.", "只支持 JPG、PDF 文件，请另存或重新扫描为 JPG 或 PDF。")
ISSUE (FILE_EXTENSION,      WRONG,    "file-extension",      "The name ends in “%1” but the content is %2; please save it with the right ending.", "文件名以“%1”结尾，内容却是 %2，请用正确的格式另存。")
ISSUE (FILE_TRUNCATED,      WRONG,    "file-truncated",      "The file stops in the middle; please copy or scan it again.", "文件不完整（中途截断），请重新复制或扫描。")
ISSUE (FILE_DAMAGED,        WRONG,    "file-damaged",        "The file cannot be opened; please scan or save it again.", "文件已损坏，无法打开，请重新扫描或另存。")
ISSUE (PDF_ENCRYPTED,       WRONG,    "pdf-encrypted",       "The PDF is protected; please save it without a password or restrictions.", "PDF 已加密，请取消密码和限制后重新保存。")
ISSUE (PDF_NO_PAGES,        WRONG,    "pdf-no-pages",        "The PDF has no page.", "PDF 中没有页面。")
ISSUE (PDF_TOO_MANY_PAGES,  WRONG,    "pdf-too-many-pages",  "The PDF has %1 pages; at most %2 are allowed here.", "PDF 有 %1 页，此处最多 %2 页。")
ISSUE (PAGE_SIZE,           WRONG,    "page-size",           "Page %1 has an impossible size; please scan it again.", "第 %1 页的尺寸异常，请重新扫描。")
ISSUE (IMAGE_TOO_SMALL,     WRONG,    "image-too-small",     "The picture is only %1 pixels on its short side; at least %2 are needed to read it.", "图片短边只有 %1 像素，至少需要 %2 像素才能看清。")
ISSUE (IMAGE_TOO_MANY_PIXELS, WRONG,  "image-too-many-pixels", "The picture has %1 million pixels; at most %2 million are allowed.", "图片有 %1 百万像素，不能超过 %2 百万像素。")
ISSUE (CODE_MISSING,        DOUBTFUL, "form-code-missing",   "No form code was found on the page. Is it the right page, flat and complete?", "没有找到表单码，请确认文件没有选错、页面平整完整。")
ISSUE (CODE_UNKNOWN,        WRONG,    "form-code-unknown",   "The code on the page is not a form code of this hall.", "页面上的二维码不是本营业厅的表单码，请确认文件没有选错。")
ISSUE (CODE_OTHER_ORDER,    WRONG,    "form-code-other-order", "This page belongs to order %1, not to this one.", "这一页属于业务单 %1，不是当前业务单，请更换文件。")
ISSUE (CODE_OLDER_REVISION, WRONG,    "form-code-older-revision", "This is printout number %1; the data were changed since. Please print, sign and stamp number %2.", "这是第 %1 版申请表，填写内容此后已修改，请重新打印第 %2 版并签字盖章。")
ISSUE (CODE_OTHER_CONTENT,  WRONG,    "form-code-other-content", "The page was printed from other data than this order holds; please print it again.", "这一页的内容与业务单不一致，请重新打印。")
ISSUE (CODE_WANTS_FORM,     WRONG,    "form-code-wants-form", "This is the seal capture sheet; the application form belongs here.", "这是电子签章采集表，此处应上传申请表。")
ISSUE (CODE_WANTS_SEAL,     WRONG,    "form-code-wants-seal-sheet", "This is the application form; the seal capture sheet belongs here.", "这是申请表，此处应上传电子签章采集表。")

/* the picture of a page */
ISSUE (SCAN_BLANK,          DOUBTFUL, "scan-blank",          "Page %1 is almost empty. Was the right side scanned?", "第 %1 页几乎是空白，请确认没有扫描反面。")
ISSUE (SCAN_BLURRED,        DOUBTFUL, "scan-blurred",        "Page %1 is blurred: small print cannot be read. Hold the phone still, or use a scanner.", "第 %1 页模糊，小字无法辨认。请拿稳手机重拍，或使用扫描仪。")
ISSUE (SCAN_COARSE,         DOUBTFUL, "scan-coarse",         "Page %1 has only %2 dpi; 150 dpi are needed to read it. Scan it at 300 dpi.", "第 %1 页只有 %2 dpi，至少需要 150 dpi 才能看清，请按 300 dpi 扫描。")
ISSUE (SCAN_DARK,           DOUBTFUL, "scan-dark",           "Page %1 is too dark. Take it in good light, or brighten it.", "第 %1 页太暗，请在光线充足处重拍或调亮。")
ISSUE (SCAN_GLARE,          DOUBTFUL, "scan-glare",          "Light is reflected on page %1 and hides the print there. Turn the page away from the lamp.", "第 %1 页有反光，遮住了文字，请避开灯光重拍。")
ISSUE (SCAN_CUT,            DOUBTFUL, "scan-cut",            "An edge of page %1 is cut off. Take the whole page with a little room around it.", "第 %1 页的边缘被截掉了，请拍全整页，四周留一点空白。")
ISSUE (SCAN_SCREENSHOT,     DOUBTFUL, "scan-screenshot",     "Page %1 looks like a picture of the screen, not like paper. Print it, sign it, stamp it and scan the paper.", "第 %1 页像是屏幕截图，不是纸质扫描件。请打印、签字盖章后扫描纸质原件。")

/* a document made from pictures */
ISSUE (FIT_FORMAT,          WRONG,    "fit-format",          "This kind of file cannot be opened here. Save it as JPG, PNG or PDF.", "此处无法打开这种格式的文件，请另存为 JPG、PNG 或 PDF。")
ISSUE (FIT_PAGE,            WRONG,    "fit-page",            "The file has no page %1.", "文件中没有第 %1 页。")
ISSUE (FIT_TOO_LARGE,       WRONG,    "fit-too-large",       "This cannot be made to fit in %1 and still be read. Take fewer pages, or make it grey.", "内容无法压缩到 %1 以内并保持清晰，请减少页数或改为灰度。")
ISSUE (FIT_ASK,             WRONG,    "fit-ask",             "The seal sheet is kept as it was scanned. To straighten it, or to fit it in %1, it must be compressed again; that needs your agreement.", "电子签章采集表应保持原始扫描数据。如需校正或压缩到 %1 以内，必须重新压缩，须经您同意。")

/* seals, signatures and what was printed */
ISSUE (SEAL_MISSING,        DOUBTFUL, "seal-missing",        "No red seal was found. Stamp the page with the official seal and scan it in colour.", "没有找到红色印章，请加盖单位公章（红色鲜章）后彩色扫描。")
ISSUE (SEAL_PARTIAL,        DOUBTFUL, "seal-partial",        "The seal is only partly on the page. Stamp it whole and scan the whole page.", "印章不完整，只有一部分在页面上。请盖全印章并扫描整页。")
ISSUE (SEAL_PALE,           DOUBTFUL, "seal-pale",           "The seal is too pale to be read. Stamp again with fresh ink.", "印章颜色太浅，无法辨认，请蘸足印油重新盖章。")
ISSUE (SEAL_BLACK,          DOUBTFUL, "seal-black",          "The seal is black: is this a photocopy? The seal must be a red, fresh one, scanned in colour.", "印章是黑色的，可能是复印件。请提供红色鲜章的原件，并彩色扫描。")
ISSUE (SEAL_SIZE,           DOUBTFUL, "seal-size",           "The seal measures %1 mm; official seals measure 35 to 47 mm. Was the page scaled?", "印章直径约 %1 毫米，单位公章一般为 35 至 47 毫米。请确认没有缩放。")
ISSUE (SEAL_NOT_ROUND,      DOUBTFUL, "seal-not-round",      "The seal is not round. Scan the page flat instead of photographing it at a slant.", "印章不圆，请将纸张放平扫描，不要斜着拍照。")
ISSUE (SEAL_MISPLACED,      DOUBTFUL, "seal-misplaced",      "The seal stands outside its circle and may cover print.", "印章没有盖在指定的圆圈内，可能遮住文字。")
ISSUE (SEAL_SHEET_EMPTY,    DOUBTFUL, "seal-sheet-empty",    "No frame of the sheet holds an impression. Stamp in the frames and scan in colour.", "采集框内没有印模，请在框内盖章（签名）后彩色扫描。")
ISSUE (SEAL_FRAME_EMPTY,    HINT,     "seal-frame-empty",    "Frame %1 is empty; more impressions give a better choice.", "第 %1 个采集框是空的，多盖几枚便于选用最清晰的一枚。")
ISSUE (SEAL_OVER_FRAME,     DOUBTFUL, "seal-over-frame",     "The impression in frame %1 touches or crosses the frame.", "第 %1 个框内的印模压线或超出采集框，请盖在框内正中。")
ISSUE (SEAL_DOUBLED,        DOUBTFUL, "seal-doubled",        "The impression in frame %1 is doubled. Stamp once, without moving.", "第 %1 个框内的印模有重影，请一次盖成，不要移动。")
ISSUE (SEAL_BLURRED,        DOUBTFUL, "seal-blurred",        "The impression in frame %1 is blurred or smudged.", "第 %1 个框内的印模模糊，请重新盖章并清晰扫描。")
ISSUE (SEAL_COARSE,         DOUBTFUL, "seal-coarse",         "The seal sheet has only %1 dpi; the electronic seal needs 300. Scan it again at 300 to 600 dpi.", "采集表只有 %1 dpi，制作电子签章至少需要 300 dpi，请按 300 至 600 dpi 重新扫描。")
ISSUE (SEAL_NO_GOOD,        DOUBTFUL, "seal-no-good",        "None of the impressions is good enough for the electronic seal.", "没有一枚印模可用于制作电子签章，请重新盖章采集。")
ISSUE (SIGNATURE_MISSING,   DOUBTFUL, "signature-missing",   "No handwritten signature was found on page %1. Sign by hand, then scan again.", "第 %1 页没有找到手写签名，请签名后重新扫描。")
ISSUE (SHEET_ALTERED,       DOUBTFUL, "sheet-altered",       "“%2” on the page is not as it was printed. Do not correct by hand: change it here and print again.", "页面上的“%1”与打印内容不一致。请不要手工涂改，应在系统中修改后重新打印。")
ISSUE (SHEET_OTHER_PAGE,    DOUBTFUL, "sheet-other-page",    "Page %1 is not the page that was printed.", "第 %1 页不是打印出来的那一页，请检查是否放错。")
ISSUE (SHEET_PAGES_MISSING, DOUBTFUL, "sheet-pages-missing", "The printed sheet has %1 pages; %2 of them were found.", "申请表共 %1 页，只找到 %2 页，请扫描全部页面。")

/* what was read from the business licence */
ISSUE (LICENCE_DIFFERS,     DOUBTFUL, "licence-differs",     "By the business licence, “%2” is “%3”. Please compare.", "营业执照上的“%1”是“%3”，与填写的不一致，请核对。")
ISSUE (LICENCE_EXPIRED,     DOUBTFUL, "licence-expired",     "The business licence seems to have ended on %1.", "营业执照似乎已于 %1 到期，请提供有效证照。")
ISSUE (LICENCE_UNREAD,      HINT,     "licence-unread",      "The business licence could not be read by the machine; a person will.", "程序未能识别营业执照，将由人工核对。")

/* lines of a table that is imported */
ISSUE (LINE_ENCODING,       WRONG,    "line-encoding",       "This line is not written in %1. Choose the other encoding, or save the file as UTF-8.", "此行不是 %1 编码，请改选另一种编码，或将文件另存为 UTF-8。")
ISSUE (LINE_QUOTE,          WRONG,    "line-quote",          "A quotation mark is opened here and never closed. Mend the line and import it again.", "此行的引号没有成对，请修正后重新导入此行。")
ISSUE (LINE_SHORT,          WRONG,    "line-short",          "This line has only %1 columns. Check that nothing is missing, or which column is chosen for what.", "此行只有 %1 列，请检查内容是否缺失，或各列的对应是否正确。")
ISSUE (LINE_DATE,           WRONG,    "line-date",           "“%1” is no date. Write it like 2026-11-22, or choose another column.", "“%1”不是日期，请写成 2026-11-22 的样式，或改选其他列。")
ISSUE (LINE_AMOUNT,         WRONG,    "line-amount",         "“%1” is no amount. Check the column, the decimal sign and the thousands sign.", "“%1”不是金额，请检查所选的列、小数点和千分位符号。")
ISSUE (LINE_ORDER,          WRONG,    "line-order",          "“%1” is no order number; it has 14 digits. Mend the line and import it again.", "“%1”不是业务单号（14 位数字），请修正后重新导入此行。")
ISSUE (LINE_SERIAL,         WRONG,    "line-serial",         "“%1” is no serial number of a certificate; it has 8 to 40 digits 0-9, A-F.", "“%1”不是证书序列号（8 至 40 位十六进制数），请核对。")
ISSUE (LINE_VALIDITY,       WRONG,    "line-validity",       "The certificate would end before it begins. Compare both dates.", "有效期止不晚于有效期起，请核对两个日期。")
ISSUE (LINE_COURIER,        WRONG,    "line-courier",        "The courier, or a tracking number of 5 to 40 characters, is missing.", "缺少快递公司或快递单号（5 至 40 位），请补充。")
ISSUE (LINE_NOT_HERE,       WRONG,    "line-not-here",       "Order %1 is not among those to be made or sent. Load the list again, or look the order up.", "业务单 %1 不在待制证、待寄出的列表中，请刷新列表或查询该业务单。")
ISSUE (LINE_TWICE,          WRONG,    "line-twice",          "Order %1 stands in line %2 already. Keep the right one of both.", "业务单 %1 已出现在第 %2 行，请只保留正确的一行。")
/* clang-format on */
