/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `certhallctl help COMMAND` says besides a command's summary, where there is more to say:
 * DETAIL ("name", "English", "中文"), several lines.
 */
/* clang-format off */
DETAIL ("apply",
        "DIR holds a file for each document, named after its slot: business_licence.jpg, payment_voucher.pdf (.jpg,\n"
        ".jpeg or .pdf). On standard output: a line for each step the hall has acknowledged, the order's number and\n"
        "state last. While the hall does not answer it is tried for up to a minute.\n"
        "\n"
        "A real hall wants a form that was signed and stamped, the handler's phone, and money: there the command\n"
        "stops, says what is to be done, leaves the sheets to print in DIR, and ends with 1. Run again it goes on.\n"
        "A practice hall is a game for one: an unknown number is registered, its own printout stands for a missing\n"
        "application_form or seal_capture_sheet, the phone is played (id_front, id_back, frame_1 to frame_3.jpg in\n"
        "DIR, else pictures that say 练习), and the sandbox cashier is paid. --pay transfer wants a payment_voucher.",
        "DIR 中每项资料一个文件，以资料代号命名，例如 business_licence.jpg、payment_voucher.pdf（.jpg、.jpeg 或\n"
        ".pdf）。标准输出：营业厅确认的每一步输出一行，最后一行是业务单号和状态。营业厅无响应时最多重试一分钟。\n"
        "\n"
        "真实营业厅需要签字盖章的申请表、经办人的手机和付款：命令在这些步骤停下，说明要做什么，把待打印的表格留在\n"
        "DIR 中，并以 1 退出；办好后再次运行即可继续。\n"
        "练习营业厅由一个人扮演所有角色：未注册的手机号自动注册；缺少 application_form 或 seal_capture_sheet 时\n"
        "用打印件代替；自动完成手机认证（使用 DIR 中的 id_front、id_back、frame_1 至 frame_3.jpg，没有时使用标有\n"
        "“练习”的图片）；并在沙箱收银台付款。--pay transfer 需要 payment_voucher。")
DETAIL ("fit",
        "FILE is a JPEG, PNG, WebP, TIFF, HEIC or PDF; all its pages are taken, several files make one PDF. A page\n"
        "photographed on a desk is cut out and straightened, its paper made white; OUT gets as many bytes as SLOT\n"
        "allows, without what the camera wrote about place and time. A page is never made coarser than 150 dpi.\n"
        "--turn: quarter turns clockwise. --white, --grey, --keep: the colours. --no-straighten: nothing is cut out.\n"
        "--id-card: two sides of a card at true size on one A4 page. The seal sheet stays as it was scanned;\n"
        "--agree-recompress allows to change it, to no less than 300 dpi.\n"
        "Prints a line that says what was done. Exit: 0 done, 3 done with warnings, 1 if it cannot be done.",
        "FILE 可以是 JPEG、PNG、WebP、TIFF、HEIC 或 PDF，取其全部页面；多个文件合成一个 PDF。拍在桌面上的页面会被\n"
        "裁出、校正，纸张变白；OUT 的大小不超过 SLOT 的限制，拍摄地点和时间等信息会被删除。分辨率不低于 150 dpi。\n"
        "--turn：顺时针旋转的次数（每次 90 度）。--white、--grey、--keep：白底、灰度、保持原色。--no-straighten：\n"
        "不裁剪校正。--id-card：证件正反两面按实际大小排在一张 A4 上。电子签章采集表保持原始扫描数据；\n"
        "--agree-recompress 表示同意重新压缩，不低于 300 dpi。\n"
        "输出一行，说明做了什么。退出码：完成为 0，有警告为 3，无法完成为 1。")
DETAIL ("staff add",
        "Roles: reviewer, cashier, producer, auditor, administrator; --role can be given several times. The password is\n"
        "the first line of FILE (“-”: standard input). DIR is the data folder of certhalld, which may be running.",
        "角色：reviewer（审核员）、cashier（出纳）、producer（制证员）、auditor（审计员）、administrator（管理员）；\n"
        "--role 可以多次给出。密码是 FILE 的第一行（“-”表示标准输入）。DIR 是 certhalld 的数据文件夹，服务可以正在运行。")
DETAIL ("staff list",
        "A line for each: login, roles, active or disabled, name, with tabs between them.",
        "每人一行：登录名、角色、active 或 disabled、姓名，以制表符分隔。")
DETAIL ("audit verify",
        "Says how many orders, entries and broken chains there are; on standard error, for each broken chain, the order\n"
        "and the entry. Exit: 0 if every chain holds, 1 if one does not.",
        "输出业务单数、记录数和断链数；每条断链的业务单号和记录序号写到标准错误。退出码：全部完好为 0，否则为 1。")
/* clang-format on */
