/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong on the way to a hall, as the user is told:
 * TROUBLE (id, error, "English", "中文"). %1 is filled in.
 */
/* clang-format off */
TROUBLE (BAD_ADDRESS,   INVALID,     "“%1” is not the address of a hall. Write an address such as https://hall.example.com.", "“%1”不是营业厅地址，请填写形如 https://hall.example.com 的地址。")
TROUBLE (PLAIN_HTTP,    DENIED,      "The address “%1” is not encrypted (http), so names, identity numbers and passwords could be read on the way. Use https.", "地址“%1”未加密（http），姓名、身份证号和密码在传输中可能被他人看到，请使用 https 地址。")
TROUBLE (NO_ADDRESS,    INVALID,     "No hall has been chosen yet.", "尚未选择营业厅。")
TROUBLE (CA_FILE,       INVALID,     "The certificate file cannot be used: %1.", "无法使用该证书文件：%1。")
TROUBLE (NO_HOST,       UNAVAILABLE, "The hall's address was not found. Check the address and your network.", "找不到营业厅的地址，请检查地址和网络。")
TROUBLE (NO_NETWORK,    UNAVAILABLE, "There is no network connection. What you have entered is kept.", "网络未连接。已填写的内容不会丢失。")
TROUBLE (REFUSED,       UNAVAILABLE, "The hall does not answer at the moment. Please try again later.", "营业厅暂时没有响应，请稍后再试。")
TROUBLE (SLOW,          UNAVAILABLE, "The hall took too long to answer. Please try again.", "营业厅响应超时，请重试。")
TROUBLE (LOST,          UNAVAILABLE, "The connection to the hall was lost. Please try again.", "与营业厅的连接中断，请重试。")
TROUBLE (UNTRUSTED,     UNAVAILABLE, "The hall's certificate is not trusted, so nothing was sent. Ask the hall, and check the date of this computer.", "营业厅的证书不受信任，未发送任何内容。请联系营业厅，并检查本机日期。")
TROUBLE (NOT_A_HALL,    UNAVAILABLE, "What answered is not a hall. Check the address, and whether the network asks for a sign-in of its own.", "对方不是营业厅。请检查地址，并确认当前网络是否需要先登录。")
TROUBLE (BAD_ANSWER,    INTERNAL,    "The hall's answer was not understood; perhaps this program needs an update.", "无法识别营业厅的回复，可能需要更新本程序。")
TROUBLE (TOO_LONG,      INTERNAL,    "The hall's answer was far too long and was not read.", "营业厅的回复过长，已停止接收。")
TROUBLE (NO_PROGRAM,    UNAVAILABLE, "The practice hall could not be started: %1.", "无法启动练习营业厅：%1。")
TROUBLE (UNREADABLE,    INVALID,     "The file cannot be read: %1.", "无法读取文件：%1。")
/* clang-format on */
