/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands: COMMAND (function, "name", "ARGUMENTS", "what it does", "做什么").
 * A command is one row here and one file with hall_command_FUNCTION ().
 */
/* clang-format off */
COMMAND (field,         "field",         "KIND VALUE", "Checks a single value and prints it as it is kept.", "检查单个值，并按保存格式输出。")
COMMAND (check,         "check",         "APPLICATION.json", "Checks an application; prints a line for each finding.", "检查一份申请，每个问题输出一行。")
COMMAND (form,          "form",          "APPLICATION.json -o FORM.pdf [--sheet form|seal-sheet|finance-note] [--order NO --revision N] [--confirmed-at TIME] [--hall-name NAME] [--payer NAME] [--practice]", "Prints the application form, the seal capture sheet or the note for finance as a PDF.", "把申请表、电子签章采集表或给财务的说明输出为 PDF。")
COMMAND (inspect,       "inspect",       "FILE [--slot SLOT] [--project ID] [--order NO --revision N --hash SHORT] [--application FILE] [--seal OUT.png]", "Looks into a scanned file and prints a JSON report.", "检查扫描文件，输出 JSON 报告。")
COMMAND (fit,           "fit",           "FILE... --slot SLOT -o OUT [--project ID] [--turn N] [--grey|--white|--keep] [--no-straighten] [--id-card] [--agree-recompress] [--json]", "Makes a document that fits a slot from photographs, scans and PDF files.", "把照片、扫描件和 PDF 整理成符合要求的资料文件。")
COMMAND (apply,         "apply",         "APPLICATION.json --documents DIR --hall URL --mobile M --password-file FILE [--pay sandbox-wechat|sandbox-alipay|transfer]", "Files an application and hands in its documents; run again, it goes on with the same order.", "提交申请并上传资料；再次运行时继续办理同一业务单。")
COMMAND (catalog_check, "catalog check", "FILE...", "Checks catalogue files.", "检查项目目录文件。")
COMMAND (staff_add,     "staff add",     "LOGIN --name NAME --role ROLE [--role ROLE]... --password-file FILE --data DIR", "Adds a member of staff to the hall in DIR.", "为 DIR 中的营业厅添加员工。")
COMMAND (staff_list,    "staff list",    "--data DIR", "Lists the staff: login, roles, active or disabled, name.", "列出员工：登录名、角色、状态、姓名。")
COMMAND (staff_disable, "staff disable", "LOGIN --data DIR", "Takes away the right to sign in, at once.", "立即停用员工账号。")
COMMAND (audit_verify,  "audit verify",  "--data DIR", "Checks the chain of audit entries of every order.", "校验每个业务单的审计链。")
COMMAND (seed,          "seed",          "APPLICATION.json --orders N --data DIR", "Fills a practice hall with N orders like the application.", "按示例申请向练习营业厅填充 N 个业务单。")
COMMAND (help,          "help",          "[COMMAND]", "Says what a command does and how it is called.", "显示命令的说明和用法。")
/* clang-format on */
