/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What certhallctl says: CLI_TEXT (id, "English", "中文"). %1 and %2 are filled in. A table
 * and not gettext, so that it speaks Chinese also where no locale of that name is installed.
 */
/* clang-format off */

/* bad usage: one line, exit 2 */
CLI_TEXT (NO_COMMAND,         "a command is missing; see “certhallctl help”.", "缺少命令，请用“certhallctl help”查看。")
CLI_TEXT (UNKNOWN_COMMAND,    "there is no command “%1”; see “certhallctl help”.", "没有“%1”这个命令，请用“certhallctl help”查看。")
CLI_TEXT (UNKNOWN_OPTION,     "there is no option “%1” here; usage: %2", "此处没有选项“%1”；用法：%2")
CLI_TEXT (OPTION_WANTS_VALUE, "the option “%1” needs a value; usage: %2", "选项“%1”缺少值；用法：%2")
CLI_TEXT (OPTION_TAKES_NONE,  "the option “%1” takes no value; usage: %2", "选项“%1”不带值；用法：%2")
CLI_TEXT (OPTION_TWICE,       "the option “%1” is given twice; usage: %2", "选项“%1”重复；用法：%2")
CLI_TEXT (ARGUMENT_MISSING,   "an argument is missing; usage: %2", "缺少参数；用法：%2")
CLI_TEXT (ARGUMENT_EXTRA,     "“%1” is one argument too many; usage: %2", "多出参数“%1”；用法：%2")
CLI_TEXT (OPTION_MISSING,     "the option “%1” is needed; usage: %2", "必须给出选项“%1”；用法：%2")
CLI_TEXT (OPTIONS_TOGETHER,   "“--order” and “--revision” go together; usage: %2", "“--order”和“--revision”必须同时给出；用法：%2")
CLI_TEXT (BAD_ORDER,          "“%1” is no order number: 1 to 24 capitals, digits and hyphens.", "“%1”不是业务单号：应为 1 至 24 位大写字母、数字或连字符。")
CLI_TEXT (BAD_REVISION,       "“%1” is no revision: a whole number from 1 to 999999.", "“%1”不是版次：应为 1 至 999999 的整数。")
CLI_TEXT (BAD_HASH,           "“%1” is no hash: at least 12 hexadecimal digits.", "“%1”不是校验码：至少 12 位十六进制数字。")
CLI_TEXT (BAD_SHEET,          "“%1” is no sheet; there are form, seal-sheet and finance-note.", "“%1”不是可打印的表单，可用 form、seal-sheet 或 finance-note。")
CLI_TEXT (BAD_TIME,           "“%1” is no time such as 2026-11-22T16:00:00+08:00.", "“%1”不是时间，例如 2026-11-22T16:00:00+08:00。")
CLI_TEXT (UNKNOWN_KIND,       "there is no kind of field “%1”; the kinds are: %2", "没有“%1”这种字段；可用的有：%2")
CLI_TEXT (UNKNOWN_SLOT,       "no project has a document “%1”.", "没有“%1”这种资料。")
CLI_TEXT (UNKNOWN_PROJECT,    "the project “%1” is not known here.", "没有“%1”这个项目。")
CLI_TEXT (BAD_TURN,           "“%1” are no quarter turns: 0 to 3; usage: %2", "“%1”不是旋转次数：应为 0 至 3；用法：%2")
CLI_TEXT (COLOURS_TOGETHER,   "only one of “--grey”, “--white” and “--keep” can be given; usage: %2", "“--grey”“--white”“--keep”只能给出一个；用法：%2")
CLI_TEXT (FIT_ENDING,         "“%1” must end in .pdf, .jpg or .jpeg; usage: %2", "“%1”应以 .pdf、.jpg 或 .jpeg 结尾；用法：%2")
CLI_TEXT (FIT_SAME,           "“%1” is one of the files to be read; write to another; usage: %2", "“%1”是要读取的文件，请写入另一个文件；用法：%2")
CLI_TEXT (FIT_ONE_PAGE,       "a JPG holds one page: “%1” must end in .pdf; usage: %2", "JPG 只能有一页，“%1”应以 .pdf 结尾；用法：%2")
CLI_TEXT (FIT_SIDES,          "“--id-card” wants the two sides of a card and a name that ends in .pdf; usage: %2", "“--id-card”需要证件正反两面，输出文件以 .pdf 结尾；用法：%2")
CLI_TEXT (CANNOT_READ,        "cannot read “%1”: %2", "无法读取“%1”：%2")

CLI_TEXT (BAD_PAYMENT,        "“%1” is no way to pay; there are sandbox-wechat, sandbox-alipay and transfer.", "“%1”不是支付方式，可用 sandbox-wechat、sandbox-alipay 或 transfer。")
CLI_TEXT (UNKNOWN_ROLE,       "there is no role “%1”; the roles are: %2", "没有“%1”这个角色；可用的有：%2")
CLI_TEXT (BAD_LOGIN,          "“%1” is no login: 1 to 32 small letters, digits, dots, hyphens and underscores.", "“%1”不能作为登录名：应为 1 至 32 位小写字母、数字、点、连字符或下划线。")
CLI_TEXT (NO_HALL,            "there is no hall in the folder “%1”; start certhalld on it once.", "文件夹“%1”中没有营业厅数据，请先用 certhalld 启动一次。")
CLI_TEXT (NO_FOLDER,          "there is no folder “%1”.", "没有文件夹“%1”。")
CLI_TEXT (NO_PASSWORD,        "“%1” has no password in its first line.", "“%1”的第一行没有密码。")

/* what went wrong while doing it: exit 1 */
CLI_TEXT (LOGIN_TAKEN,        "there is a “%1” among the staff already.", "员工中已有“%1”。")
CLI_TEXT (UNKNOWN_LOGIN,      "there is no “%1” among the staff.", "员工中没有“%1”。")
CLI_TEXT (UNKNOWN_TYPE,       "certificate_type: the project has no type “%1”.", "certificate_type：该项目没有“%1”这种证书类型。")
CLI_TEXT (NO_PROGRESS,        "the order does not get any further; look at it in certhall.", "业务单无法继续办理，请在 certhall 中查看。")
CLI_TEXT (NO_SANDBOX,         "“%1” is no sandbox of this hall: pay in certhall, then run this again.", "“%1”不是该营业厅的沙箱支付方式，请在 certhall 中支付后重新运行本命令。")

/* a person is needed: exit 1 */
CLI_TEXT (SIGN_SHEET,         "next: print %1, have it signed and stamped, scan it as %2.pdf or %2.jpg into the same folder and run this again.", "下一步：打印 %1，签字盖章后扫描为同一文件夹中的 %2.pdf 或 %2.jpg，再重新运行本命令。")
CLI_TEXT (PHONE_NEEDED,       "next: the handler opens %1 on their phone; then run this again.", "下一步：请经办人用手机打开 %1 完成认证，再重新运行本命令。")
CLI_TEXT (VERIFIED_OTHERWISE, "the hall verifies the handler in another way; run this again when it has done so.", "营业厅正以其他方式核验经办人，完成后请重新运行本命令。")
CLI_TEXT (PAYMENT_NEEDED,     "next: pay %1 yuan in certhall, or hand in a transfer's voucher with “--pay transfer”.", "下一步：在 certhall 中支付 %1 元，或用“--pay transfer”提交转账凭证。")
CLI_TEXT (TRANSFER_NEEDED,    "next: transfer %1 yuan to %2; put the voucher into the folder and run this again.", "下一步：将 %1 元转账至 %2，把凭证放入文件夹后重新运行本命令。")

CLI_TEXT (FIT_PAGES,          "“%1” makes it more than 32 pages.", "加上“%1”后超过 32 页。")
CLI_TEXT (CANNOT_WRITE,       "cannot write “%1”: %2", "无法写入“%1”：%2")
CLI_TEXT (NO_CATALOGS,        "no catalogue is installed; set HALL_DATA_DIR or install the program again.", "没有找到项目目录文件，请设置 HALL_DATA_DIR 或重新安装程序。")

/* remarks */
CLI_TEXT (HALL_SILENT,        "%1 Trying for up to a minute.", "%1将在一分钟内继续尝试。")
CLI_TEXT (PRINTED_TAKEN,      "notice: practice hall: the printed sheet is handed in as %1, without signature and seal.", "提示：练习营业厅，%1 以未签字盖章的打印件代替。")
CLI_TEXT (NOT_PRINTABLE,      "warning: the fonts have no character %1; a box with its number is printed instead.", "警告：字库中没有字符 %1，打印为带编码的方框。")
CLI_TEXT (CATALOG_GOOD,       "%1: good; project %2", "%1：正确；项目 %2")
CLI_TEXT (HELP_HEAD,          "certhallctl, the command line of CertHall", "certhallctl：CertHall 的命令行工具")
CLI_TEXT (HELP_USAGE,         "Usage: certhallctl COMMAND ARGUMENTS…", "用法：certhallctl 命令 参数…")
CLI_TEXT (HELP_TAIL,          "“certhallctl help COMMAND” says more. Exit: 0 good, 1 wrong, 2 bad usage, 3 good with warnings.", "“certhallctl help 命令”显示详细说明。退出码：0 正确，1 有错误，2 用法不对，3 仅有警告。")
/* clang-format on */
