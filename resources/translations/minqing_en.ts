<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
<name>minqing</name>
<message>
<source>汇总_%1</source>
<translation>Summary_%1</translation>
</message>
<message>
<source>回复_%1_%2_%3.xlsx</source>
<translation>Reply_%1_%2_%3.xlsx</translation>
</message>
<message>
<source>搜索</source>
<translation>Search</translation>
</message>
<message>
<source>记走访</source>
<translation>Record visit</translation>
</message>
<message>
<source>撤销上一步</source>
<translation>Undo the last step</translation>
</message>
<message>
<source>锁定</source>
<translation>Lock</translation>
</message>
<message>
<source>菜单</source>
<translation>Menu</translation>
</message>
<message>
<source>到下一处</source>
<translation>Go to the next area</translation>
</message>
<message>
<source>关上最里面的一层</source>
<translation>Close what is in front</translation>
</message>
<message>
<source>按键一览</source>
<translation>Keyboard shortcuts</translation>
</message>
<message>
<source>民情账本</source>
<translation>Community Book</translation>
</message>
<message>
<source>打印今天的走访表…</source>
<translation>Print today's visit sheets…</translation>
</message>
<message>
<source>现在备份</source>
<translation>Back up now</translation>
</message>
<message>
<source>设置</source>
<translation>Settings</translation>
</message>
<message>
<source>今日</source>
<translation>Today</translation>
</message>
<message>
<source>楼栋</source>
<translation>Building</translation>
</message>
<message>
<source>家庭</source>
<translation>Households</translation>
</message>
<message>
<source>走访</source>
<translation>Visits</translation>
</message>
<message>
<source>诉求</source>
<translation>Appeals</translation>
</message>
<message>
<source>交换</source>
<translation>Exchange</translation>
</message>
<message>
<source>统计</source>
<translation>Statistics</translation>
</message>
<message>
<source>这是另一个账本，不是表格。要打开它，请先退出，再从头打开它；现在的账本没有改动。</source>
<translation>This is another book, not a sheet. To open it, please quit first and then open it from the start; the current book has not been changed.</translation>
</message>
<message>
<source>选择旧台账，可以选多个</source>
<translation>Choose old registers (several allowed)</translation>
</message>
<message>
<source>所有文件 (*)</source>
<translation>All files (*)</translation>
</message>
<message>
<source>切换页面</source>
<translation>Switch page</translation>
</message>
<message>
<source>民情助理</source>
<translation>Community assistant</translation>
</message>
<message>
<source>已保存到本机 %1 · 离线可用</source>
<translation>Saved on this laptop %1 · works offline</translation>
</message>
<message>
<source>距上次上报 %1 天</source>
<translation>Last report %1 days ago</translation>
</message>
<message>
<source>备份</source>
<translation>Backup</translation>
</message>
<message>
<source>今天的备份没有写成。%1</source>
<translation>Today's backup could not be written. %1</translation>
</message>
<message>
<source>再试一次</source>
<translation>Try again</translation>
</message>
<message>
<source>备份到别处…</source>
<translation>Back up elsewhere…</translation>
</message>
<message>
<source>备份到哪里</source>
<translation>Where to back up</translation>
</message>
<message>
<source>已备份到 %1</source>
<translation>Backed up to %1</translation>
</message>
<message>
<source>一句话写清一件事</source>
<translation>One matter in one clear sentence</translation>
</message>
<message>
<source>登记日期</source>
<translation>Registered on</translation>
</message>
<message>
<source>由谁办</source>
<translation>Handled by</translation>
</message>
<message>
<source>办理期限</source>
<translation>Handling deadline</translation>
</message>
<message>
<source>+2天</source>
<translation>+2 days</translation>
</message>
<message>
<source>+5天</source>
<translation>+5 days</translation>
</message>
<message>
<source>+10天</source>
<translation>+10 days</translation>
</message>
<message>
<source>改诉求　%1</source>
<translation>Edit appeal  %1</translation>
</message>
<message>
<source>已保存</source>
<translation>Saved</translation>
</message>
<message>
<source>怎么答复居民，谁来办、什么时候办好</source>
<translation>How to answer the resident; who handles it and by when</translation>
</message>
<message>
<source>街道回复　%1</source>
<translation>Street reply  %1</translation>
</message>
<message>
<source>已写街道回复</source>
<translation>Street reply written</translation>
</message>
<message>
<source>来访</source>
<translation>Walk-in</translation>
</message>
<message>
<source>一般</source>
<translation>Normal</translation>
</message>
<message>
<source>社区</source>
<translation>Community</translation>
</message>
<message>
<source>登诉求%1</source>
<translation>Register appeal%1</translation>
</message>
<message>
<source>已登记诉求</source>
<translation>Appeal registered</translation>
</message>
<message>
<source>公共设施</source>
<translation>Public facilities</translation>
</message>
<message>
<source>治安</source>
<translation>Public safety</translation>
</message>
<message>
<source>其他</source>
<translation>Other</translation>
</message>
<message>
<source>诉求事项</source>
<translation>Appeal</translation>
</message>
<message>
<source>Enter 加入</source>
<translation>Enter to add</translation>
</message>
<message>
<source>加入这一件，并采用下面选中的分类</source>
<translation>Add this one, with the category selected below</translation>
</message>
<message>
<source>建议分类</source>
<translation>Suggested category</translation>
</message>
<message>
<source>分类</source>
<translation>Category</translation>
</message>
<message>
<source>选个分类</source>
<translation>Choose a category</translation>
</message>
<message>
<source>诉求清单</source>
<translation>List of appeals</translation>
</message>
<message>
<source>A4 横放，右边留空写办理情况；证件和电话不印</source>
<translation>A4 across, with room at the right to write what was done; no ID or phone numbers</translation>
</message>
<message>
<source>没有要打印的诉求</source>
<translation>No appeals to print</translation>
</message>
<message>
<source>选中的诉求</source>
<translation>The appeals selected</translation>
</message>
<message>
<source>选中的 %1 件</source>
<translation>The %1 selected</translation>
</message>
<message>
<source>列出的 %1 件</source>
<translation>The %1 listed</translation>
</message>
<message>
<source>诉求清单_%1.pdf</source>
<translation>List of appeals_%1.pdf</translation>
</message>
<message>
<source>未分派</source>
<translation>Unassigned</translation>
</message>
<message>
<source>这里没有列出诉求，没有可打印的。先换一个状态或清除筛选，再打印</source>
<translation>No appeals are listed here, so there is nothing to print. Choose another state or clear the filters first, then print</translation>
</message>
<message>
<source>账本里还没有诉求，没有可打印的。先按 Ctrl+J 登诉求，再打印</source>
<translation>There are no appeals in the book yet, so there is nothing to print. Press Ctrl+J to record one first, then print</translation>
</message>
<message>
<source>未分类</source>
<translation>No category</translation>
</message>
<message>
<source>%1按 Enter 采用</source>
<translation>%1 Press Enter to use it</translation>
</message>
<message>
<source>换一个分类</source>
<translation>Choose another category</translation>
</message>
<message>
<source>责任人</source>
<translation>Responsible</translation>
</message>
<message>
<source>由谁办；列出的是这一类诉求以往的责任人</source>
<translation>Who handles it; listed are those responsible for this category so far</translation>
</message>
<message>
<source>去掉“%1”</source>
<translation>Remove "%1"</translation>
</message>
<message>
<source>不分类</source>
<translation>No category</translation>
</message>
<message>
<source>%1按 Enter 登记并采用</source>
<translation>%1 Press Enter to register and use it</translation>
</message>
<message>
<source>登记</source>
<translation>Register</translation>
</message>
<message>
<source>登为诉求，归入“%1”</source>
<translation>Register as an appeal under "%1"</translation>
</message>
<message>
<source>“%1”不是诉求</source>
<translation>"%1" is not an appeal</translation>
</message>
<message>
<source>如 3，或 A</source>
<translation>e.g. 3, or A</translation>
</message>
<message>
<source>几个单元；没有单元就留空</source>
<translation>How many units; leave empty if there are none</translation>
</message>
<message>
<source>地上几层</source>
<translation>Floors above ground</translation>
</message>
<message>
<source>一个单元一层几户</source>
<translation>Households per floor of a unit</translation>
</message>
<message>
<source>添门牌</source>
<translation>Add doors</translation>
</message>
<message>
<source>没有的门写在这里，如 101、1单元102；18层 是一整层都没有</source>
<translation>Doors that do not exist, e.g. 101, "1单元102"; "18层" leaves out a whole floor</translation>
</message>
<message>
<source>填好层数和每层户数，这里会说排出哪些门牌。</source>
<translation>Fill in the floors and the households per floor; the doors this gives are shown here.</translation>
</message>
<message>
<source>排出 1 个门牌：%1。</source>
<translation>This gives 1 door: %1.</translation>
</message>
<message>
<source>自动排出 %1 个门牌：%2 至 %3。</source>
<translation>This gives %1 doors: %2 to %3.</translation>
</message>
<message>
<source>楼栋图表</source>
<translation>Building charts</translation>
</message>
<message>
<source>立面图一栋一张；清单按走访顺序，空置的不列；电话已遮掩</source>
<translation>One elevation per building; the list follows the visit order without vacant homes; phone numbers are masked</translation>
</message>
<message>
<source>没有要打印的门牌</source>
<translation>No doors to print</translation>
</message>
<message>
<source>立面图</source>
<translation>Elevation</translation>
</message>
<message>
<source>走访清单</source>
<translation>Visit list</translation>
</message>
<message>
<source>纸面</source>
<translation>Print as</translation>
</message>
<message>
<source>打印%1</source>
<translation>Print %1</translation>
</message>
<message>
<source>%1走访清单</source>
<translation>%1 visit list</translation>
</message>
<message>
<source>选列</source>
<translation>Choose columns</translation>
</message>
<message>
<source>只记在这台电脑上</source>
<translation>Remembered on this computer only</translation>
</message>
<message>
<source>表里的列，空格选上或去掉，Alt 加上下键移动</source>
<translation>Columns of the table; Space to select or clear, Alt with the up and down keys to move</translation>
</message>
<message>
<source>上移</source>
<translation>Move up</translation>
</message>
<message>
<source>下移</source>
<translation>Move down</translation>
</message>
<message>
<source>按这一列排序</source>
<translation>Sort by this column</translation>
</message>
<message>
<source>往左挪一列（Alt+↑）</source>
<translation>Move one column left (Alt+↑)</translation>
</message>
<message>
<source>往右挪一列（Alt+↓）</source>
<translation>Move one column right (Alt+↓)</translation>
</message>
<message>
<source>表格按这一列排序；再按一次倒过来排</source>
<translation>Sorts the table by this column; press again to reverse the order</translation>
</message>
<message>
<source>恢复原样</source>
<translation>Restore default</translation>
</message>
<message>
<source>回到程序原来的列和顺序</source>
<translation>Back to the program's own columns and order</translation>
</message>
<message>
<source>完成</source>
<translation>Done</translation>
</message>
<message>
<source>这一列总在表里</source>
<translation>This column is always in the table</translation>
</message>
<message>
<source>空格：选上或去掉</source>
<translation>Space: select or clear</translation>
</message>
<message>
<source>每周从</source>
<translation>Week starts on</translation>
</message>
<message>
<source>周</source>
<translation>Week</translation>
</message>
<message>
<source>怎样算覆盖</source>
<translation>What counts as covered</translation>
</message>
<message>
<source>见过面才算</source>
<translation>Only if met</translation>
</message>
<message>
<source>敲过门就算</source>
<translation>Knocking is enough</translation>
</message>
<message>
<source>覆盖率</source>
<translation>Coverage</translation>
</message>
<message>
<source>在册户</source>
<translation>Households on record</translation>
</message>
<message>
<source>不含空置的</source>
<translation>Without vacant ones</translation>
</message>
<message>
<source>含空置的</source>
<translation>With vacant ones</translation>
</message>
<message>
<source>待回访</source>
<translation>To call back</translation>
</message>
<message>
<source>不算办结</source>
<translation>Not counted as closed</translation>
</message>
<message>
<source>算办结</source>
<translation>Counted as closed</translation>
</message>
<message>
<source>办结率</source>
<translation>Closing rate</translation>
</message>
<message>
<source>24 小时</source>
<translation>24 hours</translation>
</message>
<message>
<source>连着算</source>
<translation>Counted straight through</translation>
</message>
<message>
<source>节假日不计时</source>
<translation>Holidays not counted</translation>
</message>
<message>
<source>只计工作时间</source>
<translation>Working hours only</translation>
</message>
<message>
<source>24 小时办结率</source>
<translation>24-hour closing rate</translation>
</message>
<message>
<source>没记钟点的</source>
<translation>No time recorded</translation>
</message>
<message>
<source>当天办结才算</source>
<translation>Only if closed the same day</translation>
</message>
<message>
<source>第二天办结也算</source>
<translation>Closed the next day also counts</translation>
</message>
<message>
<source>除以</source>
<translation>Divided by</translation>
</message>
<message>
<source>已办结的</source>
<translation>Closed ones</translation>
</message>
<message>
<source>全部登记的</source>
<translation>All registered</translation>
</message>
<message>
<source>基本满意</source>
<translation>Mostly satisfied</translation>
</message>
<message>
<source>不算满意</source>
<translation>Not counted as satisfied</translation>
</message>
<message>
<source>算满意</source>
<translation>Counted as satisfied</translation>
</message>
<message>
<source>满意率</source>
<translation>Satisfaction rate</translation>
</message>
<message>
<source>未评价</source>
<translation>Not rated</translation>
</message>
<message>
<source>不计入已回访</source>
<translation>Not counted as called back</translation>
</message>
<message>
<source>计入已回访</source>
<translation>Counted as called back</translation>
</message>
<message>
<source>统计口径</source>
<translation>Definitions</translation>
</message>
<message>
<source>存在账本里，页面、工作簿和报告都按它算</source>
<translation>Kept in the book; pages, workbooks and reports all follow them</translation>
</message>
<message>
<source>改回通常的口径</source>
<translation>Back to the usual definitions</translation>
</message>
<message>
<source>把上面各项改回程序原来的选法，保存后才生效</source>
<translation>Sets everything above back to the program's own choices; takes effect once saved</translation>
</message>
<message>
<source>取消</source>
<translation>Cancel</translation>
</message>
<message>
<source>保存口径</source>
<translation>Save definitions</translation>
</message>
<message>
<source>覆盖率 = %1</source>
<translation>Coverage = %1</translation>
</message>
<message>
<source>办结率 = %1</source>
<translation>Closing rate = %1</translation>
</message>
<message>
<source>24 小时办结率 = %1。%2</source>
<translation>24-hour closing rate = %1. %2</translation>
</message>
<message>
<source>满意率 = %1</source>
<translation>Satisfaction rate = %1</translation>
</message>
<message>
<source>统计口径已改</source>
<translation>Definitions changed</translation>
</message>
<message>
<source>是哪一户？</source>
<translation>Which household?</translation>
</message>
<message>
<source>门牌、姓名、拼音首字母、电话后四位</source>
<translation>Door, name, initials, last four digits of the phone</translation>
</message>
<message>
<source>是哪一户</source>
<translation>Which household</translation>
</message>
<message>
<source>住户</source>
<translation>Household</translation>
</message>
<message>
<source>↑↓ 换一户</source>
<translation>↑↓ another household</translation>
</message>
<message>
<source>没有找到“%1”</source>
<translation>"%1" not found</translation>
</message>
<message>
<source>换成拼音首字母或门牌再试，如 flx、3-2-501。</source>
<translation>Try the initials or the door, e.g. flx, 3-2-501.</translation>
</message>
<message>
<source>还没有家庭</source>
<translation>No households yet</translation>
</message>
<message>
<source>先在“家庭”页登记住户，或导入旧台账。</source>
<translation>First register households on the "Households" page, or import an old register.</translation>
</message>
<message>
<source>这一户已经不在账本里，没有打开</source>
<translation>This household is no longer in the book; nothing was opened</translation>
</message>
<message>
<source>门牌</source>
<translation>Door</translation>
</message>
<message>
<source>户主</source>
<translation>Head of household</translation>
</message>
<message>
<source>这一列填什么</source>
<translation>What goes in this column</translation>
</message>
<message>
<source>输入栏名或拼音首字母</source>
<translation>Type a field name or its initials</translation>
</message>
<message>
<source>填写时遮掩号码（打码）</source>
<translation>Mask numbers when filling in</translation>
</message>
<message>
<source>%1 列“%2”填什么</source>
<translation>What goes in column %1 "%2"</translation>
</message>
<message>
<source>这一格填什么</source>
<translation>What goes in this cell</translation>
</message>
<message>
<source>输入名称或拼音首字母</source>
<translation>Type a name or its initials</translation>
</message>
<message>
<source>这一格写成</source>
<translation>Text of this cell</translation>
</message>
<message>
<source>也可以自己写，如 填报单位：〔社区〕</source>
<translation>Or write your own, e.g. "填报单位：〔社区〕"</translation>
</message>
<message>
<source>写好按 Enter；〔 〕里的名称填写时换成实际内容</source>
<translation>Press Enter when done; names in 〔 〕 are replaced by the actual content when the form is filled in</translation>
</message>
<message>
<source>%1 这一格填什么</source>
<translation>What goes in cell %1</translation>
</message>
<message>
<source>认准</source>
<translation>Certain</translation>
</message>
<message>
<source>请核对</source>
<translation>Please check</translation>
</message>
<message>
<source>不填</source>
<translation>Left empty</translation>
</message>
<message>
<source>套用表样</source>
<translation>Learn a form</translation>
</message>
<message>
<source>工作表</source>
<translation>Worksheet</translation>
</message>
<message>
<source>名称</source>
<translation>Name</translation>
</message>
<message>
<source>表样名称</source>
<translation>Name of the form</translation>
</message>
<message>
<source>以后按这个名字找它</source>
<translation>You will find it under this name</translation>
</message>
<message>
<source>另存为文件…</source>
<translation>Save as file…</translation>
</message>
<message>
<source>保存表样</source>
<translation>Save form</translation>
</message>
<message>
<source>%1：Enter 选这一格填什么，Delete 照原样</source>
<translation>%1: Enter to choose what goes in this cell, Delete to leave it as it is</translation>
</message>
<message>
<source>%1 · Enter 改，Delete 不填</source>
<translation>%1 · Enter to change, Delete to leave empty</translation>
</message>
<message>
<source>换工作表</source>
<translation>Another worksheet</translation>
</message>
<message>
<source>换表头</source>
<translation>Another header</translation>
</message>
<message>
<source>已学会“%1”</source>
<translation>Learned "%1"</translation>
</message>
<message>
<source>表格或表样 (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.mqform)</source>
<translation>Sheets or forms (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.mqform)</translation>
</message>
<message>
<source>文件打不开</source>
<translation>The file cannot be opened</translation>
</message>
<message>
<source>选择单位的空表</source>
<translation>Choose your office's empty sheet</translation>
</message>
<message>
<source>看懂 %1</source>
<translation>Reading %1</translation>
</message>
<message>
<source>打开表样</source>
<translation>Open form</translation>
</message>
<message>
<source>已忘掉表样“%1”</source>
<translation>The form "%1" is no longer used</translation>
</message>
<message>
<source>密码不对，请向发表格的人核对。</source>
<translation>The password is wrong. Please check it with whoever sent the sheet.</translation>
</message>
<message>
<source>请输入发表格的人告诉的密码。账本没有改动。</source>
<translation>Please enter the password given by whoever sent the sheet. The book has not been changed.</translation>
</message>
<message>
<source>“%1”设了打开密码</source>
<translation>"%1" is protected by a password</translation>
</message>
<message>
<source>表头从第几行</source>
<translation>First row of the header</translation>
</message>
<message>
<source>表头到第几行</source>
<translation>Last row of the header</translation>
</message>
<message>
<source>从第几行开始填</source>
<translation>First row to fill</translation>
</message>
<message>
<source>填到第几行</source>
<translation>Last row to fill</translation>
</message>
<message>
<source>表头 第</source>
<translation>Header:</translation>
</message>
<message>
<source>至</source>
<translation>to</translation>
</message>
<message>
<source>行　数据 第</source>
<translation>Data:</translation>
</message>
<message>
<source>行</source>
<translation>rows</translation>
</message>
<message>
<source>表头从第 %1 行开始</source>
<translation>Header starts at row %1</translation>
</message>
<message>
<source>表头到第 %1 行为止</source>
<translation>Header ends at row %1</translation>
</message>
<message>
<source>从第 %1 行开始填</source>
<translation>Filled from row %1</translation>
</message>
<message>
<source>填到第 %1 行</source>
<translation>Filled to row %1</translation>
</message>
<message>
<source>表样文件 (*.mqform)</source>
<translation>Form files (*.mqform)</translation>
</message>
<message>
<source>另存表样</source>
<translation>Save form as</translation>
</message>
<message>
<source>已另存表样：%1</source>
<translation>Form saved as: %1</translation>
</message>
<message>
<source>相近</source>
<translation>Similar</translation>
</message>
<message>
<source>不对应</source>
<translation>No match</translation>
</message>
<message>
<source>导入时原样保留</source>
<translation>Kept as it is when imported</translation>
</message>
<message>
<source>照原样</source>
<translation>As it is</translation>
</message>
<message>
<source>不改</source>
<translation>No change</translation>
</message>
<message>
<source>这一格不动</source>
<translation>This cell is left alone</translation>
</message>
<message>
<source>街道</source>
<translation>Street</translation>
</message>
<message>
<source>小区</source>
<translation>Estate</translation>
</message>
<message>
<source>填报人</source>
<translation>Filled in by</translation>
</message>
<message>
<source>联系电话</source>
<translation>Contact phone</translation>
</message>
<message>
<source>填报日期</source>
<translation>Date filled in</translation>
</message>
<message>
<source>时段</source>
<translation>Period</translation>
</message>
<message>
<source>家庭人口</source>
<translation>Household size</translation>
</message>
<message>
<source>党员</source>
<translation>Party member</translation>
</message>
<message>
<source>表样</source>
<translation>Form</translation>
</message>
<message>
<source>别名</source>
<translation>Other names</translation>
</message>
<message>
<source>表样文件</source>
<translation>Form file</translation>
</message>
<message>
<source>栏名和内置表样一样</source>
<translation>Same column name as in a built-in form</translation>
</message>
<message>
<source>栏名就叫这个</source>
<translation>The column has this very name</translation>
</message>
<message>
<source>栏名是它的另一种叫法</source>
<translation>The column name is another word for it</translation>
</message>
<message>
<source>手工选定</source>
<translation>Chosen by hand</translation>
</message>
<message>
<source>和前面的一栏合在一起读写</source>
<translation>Read and written together with an earlier column</translation>
</message>
<message>
<source>自动编号</source>
<translation>Numbered automatically</translation>
</message>
<message>
<source>表样里这样写的</source>
<translation>Written this way in the form</translation>
</message>
<message>
<source>栏名和它相近</source>
<translation>The column name is similar</translation>
</message>
<message>
<source>下拉选项像是它</source>
<translation>The drop-down options look like it</translation>
</message>
<message>
<source>并入日期</source>
<translation>Merged into the date</translation>
</message>
<message>
<source>并入电话</source>
<translation>Merged into the phone</translation>
</message>
<message>
<source>序号</source>
<translation>No.</translation>
</message>
<message>
<source>%1 列“%2”：%3</source>
<translation>Column %1 "%2": %3</translation>
</message>
<message>
<source>等</source>
<translation>and more</translation>
</message>
<message>
<source>下拉选项：%1</source>
<translation>Drop-down options: %1</translation>
</message>
<message>
<source>表上写“%1”，账本里是“%2”</source>
<translation>"%1" on the sheet is "%2" in the book</translation>
</message>
<message>
<source>填写时遮掩号码</source>
<translation>Numbers masked when filled in</translation>
</message>
<message>
<source>没有认出来，点一下选一栏，或留着不填</source>
<translation>Not recognised; click to choose a field, or leave it empty</translation>
</message>
<message>
<source>%1（%2），请核对</source>
<translation>%1 (%2), please check</translation>
</message>
<message>
<source>%1；%2 栏中 %3 栏已认出</source>
<translation>%1; %3 of %2 columns recognised</translation>
</message>
<message>
<source>其中 %1 栏请核对</source>
<translation>%1 of them to be checked</translation>
</message>
<message>
<source>%1；%2 栏不填</source>
<translation>%1; %2 columns left empty</translation>
</message>
<message>
<source>相近 %1</source>
<translation>Similar %1</translation>
</message>
<message>
<source>已在 %1 列</source>
<translation>Already in column %1</translation>
</message>
<message>
<source>推荐</source>
<translation>Recommended</translation>
</message>
<message>
<source>谁填的、填哪段</source>
<translation>Who fills it in and for which period</translation>
</message>
<message>
<source>这一户的成员</source>
<translation>Members of this household</translation>
</message>
<message>
<source>请给表样起个名字</source>
<translation>Please give the form a name</translation>
</message>
<message>
<source>内置表样已经用了这个名字，请换一个</source>
<translation>A built-in form has this name already; please choose another</translation>
</message>
<message>
<source>已有同名表样，保存会替换它</source>
<translation>There is a form of this name already; saving will replace it</translation>
</message>
<message>
<source>显示并修改</source>
<translation>Show and edit</translation>
</message>
<message>
<source>显示并修改%1</source>
<translation>Show and edit %1</translation>
</message>
<message>
<source>显示全部数字，可以修改；谁在什么时候看的会留痕</source>
<translation>Shows all digits for editing; who looked and when is kept on record</translation>
</message>
<message>
<source>改动历史</source>
<translation>Change log</translation>
</message>
<message>
<source>全部</source>
<translation>All</translation>
</message>
<message>
<source>记录</source>
<translation>Record</translation>
</message>
<message>
<source>还没有改动</source>
<translation>No changes yet</translation>
</message>
<message>
<source>改过的内容都会记在这里，随时可以改回。</source>
<translation>Every change is recorded here and can be reverted at any time.</translation>
</message>
<message>
<source>关闭</source>
<translation>Close</translation>
</message>
<message>
<source>改回这个值</source>
<translation>Revert to this value</translation>
</message>
<message>
<source>恢复这条记录</source>
<translation>Bring back this record</translation>
</message>
<message>
<source>%1：恢复整条记录，原来登记的诉求重新归到它下面</source>
<translation>%1: brings back the whole record, with the appeals that were registered in it</translation>
</message>
<message>
<source>没有采用的</source>
<translation>the value not taken</translation>
</message>
<message>
<source>原来的</source>
<translation>the original value</translation>
</message>
<message>
<source>%1 的%2：改回%3“%4”</source>
<translation>%2 of %1: revert to %3 "%4"</translation>
</message>
<message>
<source>已恢复 %1</source>
<translation>Brought back: %1</translation>
</message>
<message>
<source>%1 的%2已改回“%3”</source>
<translation>%2 of %1 reverted to "%3"</translation>
</message>
<message>
<source>现在就是这个值，没有改动。</source>
<translation>It already has this value; nothing was changed.</translation>
</message>
<message>
<source>时间</source>
<translation>Time</translation>
</message>
<message>
<source>谁</source>
<translation>Who</translation>
</message>
<message>
<source>做了什么</source>
<translation>What was done</translation>
</message>
<message>
<source>栏目</source>
<translation>Field</translation>
</message>
<message>
<source>原来</source>
<translation>Before</translation>
</message>
<message>
<source>之后</source>
<translation>After</translation>
</message>
<message>
<source>已删除</source>
<translation>Removed</translation>
</message>
<message>
<source>未采用</source>
<translation>Not taken</translation>
</message>
<message>
<source>空</source>
<translation>empty</translation>
</message>
<message>
<source>已不在</source>
<translation>No longer there</translation>
</message>
<message>
<source>整条记录</source>
<translation>Whole record</translation>
</message>
<message>
<source>走访 %1</source>
<translation>Visit %1</translation>
</message>
<message>
<source>补上</source>
<translation>Filled in</translation>
</message>
<message>
<source>都留下</source>
<translation>Both kept</translation>
</message>
<message>
<source>合并</source>
<translation>Merge</translation>
</message>
<message>
<source>合并后原来的两个编号都还能用，可以撤销</source>
<translation>Both original IDs remain usable after merging; this can be undone</translation>
</message>
<message>
<source>对调：留下另一条</source>
<translation>Swap: keep the other one</translation>
</message>
<message>
<source>两户</source>
<translation>two households</translation>
</message>
<message>
<source>居民</source>
<translation>Residents</translation>
</message>
<message>
<source>合并%1</source>
<translation>Merge %1</translation>
</message>
<message>
<source>%1一起并过来。</source>
<translation>%1 will be moved over as well.</translation>
</message>
<message>
<source>没有别的记录要并过来。</source>
<translation>No other records to move over.</translation>
</message>
<message>
<source>留下</source>
<translation>Keep</translation>
</message>
<message>
<source>并入</source>
<translation>Merged in</translation>
</message>
<message>
<source>两条记录填的都一样。</source>
<translation>Both records say the same.</translation>
</message>
<message>
<source>留下的%1</source>
<translation>Kept: %1</translation>
</message>
<message>
<source>并入的%1</source>
<translation>Merged: %1</translation>
</message>
<message>
<source>谁是户主</source>
<translation>Who is head of household</translation>
</message>
<message>
<source>户主：%1</source>
<translation>Head of household: %1</translation>
</message>
<message>
<source>另一位与户主的关系留空，合并后请补上。</source>
<translation>The other one's relation to the head of household is left empty; please fill it in after merging.</translation>
</message>
<message>
<source>两户都有</source>
<translation>In both households</translation>
</message>
<message>
<source>%1，合并成一个人</source>
<translation>%1, to be merged into one person</translation>
</message>
<message>
<source>已合并到 %1</source>
<translation>Merged into %1</translation>
</message>
<message>
<source>合并到另一户</source>
<translation>Merge into another household</translation>
</message>
<message>
<source>合并成员</source>
<translation>Merge members</translation>
</message>
<message>
<source>找另一户：门牌、户主、编号</source>
<translation>Find the other household: door, head, ID</translation>
</message>
<message>
<source>找同一个人：姓名、拼音、电话、编号</source>
<translation>Find the same person: name, initials, phone, ID</translation>
</message>
<message>
<source>可能的记录</source>
<translation>Possible records</translation>
</message>
<message>
<source>在上面输入几个字来找</source>
<translation>Type a few characters above to search</translation>
</message>
<message>
<source>找到后按 Enter，两条并排看。</source>
<translation>Once found, press Enter to see the two side by side.</translation>
</message>
<message>
<source>并排看</source>
<translation>Side by side</translation>
</message>
<message>
<source>为什么</source>
<translation>Why</translation>
</message>
<message>
<source>户主未填</source>
<translation>Head of household not filled in</translation>
</message>
<message>
<source>处处可用</source>
<translation>Everywhere</translation>
</message>
<message>
<source>知道了</source>
<translation>Got it</translation>
</message>
<message>
<source>建议</source>
<translation>Suggested</translation>
</message>
<message>
<source>民情账本 (*.mqb)</source>
<translation>Community Book (*.mqb)</translation>
</message>
<message>
<source>表上的署名，如 罗×</source>
<translation>The name on your sheets, e.g. Luo ×</translation>
</message>
<message>
<source>新光路街道</source>
<translation>Xinguang Road Street</translation>
</message>
<message>
<source>生活桥社区</source>
<translation>Shenghuoqiao Community</translation>
</message>
<message>
<source>只负责一个小区时填，如 生活桥小区</source>
<translation>Only for a single estate, e.g. Shenghuoqiao Estate</translation>
</message>
<message>
<source>忘了密码就打不开账本，也没有人能找回。请写下来，放在安全的地方。</source>
<translation>If you forget the password, the book cannot be opened and nobody can recover it. Please write it down and keep it in a safe place.</translation>
</message>
<message>
<source>密码</source>
<translation>Password</translation>
</message>
<message>
<source>至少 %1 个字</source>
<translation>At least %1 characters</translation>
</message>
<message>
<source>再输一遍</source>
<translation>Once more</translation>
</message>
<message>
<source>和上面一样</source>
<translation>Same as above</translation>
</message>
<message>
<source>返回</source>
<translation>Back</translation>
</message>
<message>
<source>下一步：设密码</source>
<translation>Next: set a password</translation>
</message>
<message>
<source>存在</source>
<translation>Saved in</translation>
</message>
<message>
<source>换个位置…</source>
<translation>Change location…</translation>
</message>
<message>
<source>账本是一个文件，可以存在别的文件夹或 U 盘上</source>
<translation>The book is a file; it can be kept in another folder or on a USB stick</translation>
</message>
<message>
<source>建好账本</source>
<translation>Create book</translation>
</message>
<message>
<source>新建账本（1/2）：这是谁的账本</source>
<translation>New book (1/2): whose book is it</translation>
</message>
<message>
<source>这些会印在上报表和走访表上，以后在“设置”里还能改。</source>
<translation>This is printed on reports and visit sheets; it can be changed later in "Settings".</translation>
</message>
<message>
<source>新建账本（2/2）：设一个密码</source>
<translation>New book (2/2): set a password</translation>
</message>
<message>
<source>“%1”没有填。请补上。</source>
<translation>"%1" is empty. Please fill it in.</translation>
</message>
<message>
<source>账本存在哪里</source>
<translation>Where to keep the book</translation>
</message>
<message>
<source>“%1”里存不进文件，可能写保护或磁盘满了。请换个位置，如“文档”或 U 盘。</source>
<translation>Nothing can be saved in "%1": it may be write-protected or full. Please choose another place, such as Documents or a USB stick.</translation>
</message>
<message>
<source>密码至少 %1 个字。</source>
<translation>The password needs at least %1 characters.</translation>
</message>
<message>
<source>两次输入的密码不一样。请再输一遍。</source>
<translation>The two passwords differ. Please enter it again.</translation>
</message>
<message>
<source>%1民情账本</source>
<translation>%1 Community Book</translation>
</message>
<message>
<source>自定</source>
<translation>Custom</translation>
</message>
<message>
<source>%1 %2：%3（Ctrl+R 换一个）</source>
<translation>%1 %2: %3 (Ctrl+R for another)</translation>
</message>
<message>
<source>自己写一个日子，或从月历里选</source>
<translation>Type a date, or choose one from the calendar</translation>
</message>
<message>
<source>照片</source>
<translation>Photos</translation>
</message>
<message>
<source>看照片</source>
<translation>View photo</translation>
</message>
<message>
<source>上一张</source>
<translation>Previous</translation>
</message>
<message>
<source>下一张</source>
<translation>Next</translation>
</message>
<message>
<source>原大</source>
<translation>Actual size</translation>
</message>
<message>
<source>另存…</source>
<translation>Save as…</translation>
</message>
<message>
<source>删除</source>
<translation>Delete</translation>
</message>
<message>
<source>上一张（←）</source>
<translation>Previous photo (←)</translation>
</message>
<message>
<source>下一张（→）</source>
<translation>Next photo (→)</translation>
</message>
<message>
<source>按原来的大小看，或缩到看全（空格）</source>
<translation>Show at actual size, or shrink to fit (Space)</translation>
</message>
<message>
<source>把这张照片存到别处；存出去的文件没有加密（Ctrl+S）</source>
<translation>Save this photo elsewhere; the saved file is not encrypted (Ctrl+S)</translation>
</message>
<message>
<source>删除这张照片，可以撤销（Delete）</source>
<translation>Delete this photo; this can be undone (Delete)</translation>
</message>
<message>
<source>第 %1 张，共 %2 张</source>
<translation>Photo %1 of %2</translation>
</message>
<message>
<source>看照片 %1</source>
<translation>View photo %1</translation>
</message>
<message>
<source>正在读取…</source>
<translation>Reading…</translation>
</message>
<message>
<source>这张照片打不开。可以另存出去，用别的程序看。</source>
<translation>This photo cannot be opened. You can save it elsewhere and view it with another program.</translation>
</message>
<message>
<source>看全</source>
<translation>Fit</translation>
</message>
<message>
<source>不定期</source>
<translation>Not fixed</translation>
</message>
<message>
<source>每周走访</source>
<translation>Weekly visits</translation>
</message>
<message>
<source>户</source>
<translation>households</translation>
</message>
<message>
<source>本周走访的目标户数</source>
<translation>Target number of households visited this week</translation>
</message>
<message>
<source>近 30 天登记的诉求里应办结的比例</source>
<translation>Share of appeals registered in the last 30 days that should be closed</translation>
</message>
<message>
<source>上报间隔</source>
<translation>Report every</translation>
</message>
<message>
<source>天</source>
<translation>days</translation>
</message>
<message>
<source>每隔几天向街道报一次台账</source>
<translation>How many days between register reports to the street office</translation>
</message>
<message>
<source>办结后回访</source>
<translation>Call-back after closing</translation>
</message>
<message>
<source>天内</source>
<translation>days at most</translation>
</message>
<message>
<source>诉求办结后，几天之内问住户是否满意</source>
<translation>Within how many days of closing an appeal the residents are asked whether they are satisfied</translation>
</message>
<message>
<source>未见面补访</source>
<translation>Revisit if not met</translation>
</message>
<message>
<source>天后</source>
<translation>days later</translation>
</message>
<message>
<source>敲门没见到人，隔几天再去</source>
<translation>How many days to wait before going again when nobody was met</translation>
</message>
<message>
<source>新入住上门</source>
<translation>Visit newcomers</translation>
</message>
<message>
<source>登记新住户后，几天之内上门</source>
<translation>Within how many days of registration new residents are visited</translation>
</message>
<message>
<source>间隔与目标</source>
<translation>Intervals and targets</translation>
</message>
<message>
<source>恢复常用</source>
<translation>Restore usual values</translation>
</message>
<message>
<source>保存</source>
<translation>Save</translation>
</message>
<message>
<source>目标</source>
<translation>Targets</translation>
</message>
<message>
<source>间隔</source>
<translation>Intervals</translation>
</message>
<message>
<source>敲门行动</source>
<translation>Door-knocking round</translation>
</message>
<message>
<source>几天之内见一面；填 0 为%1</source>
<translation>Meet within so many days; 0 means "%1"</translation>
</message>
<message>
<source>%1：几天之内见一面，账本里有 %2 人</source>
<translation>%1: meet within so many days; %2 people in the book</translation>
</message>
<message>
<source>已保存间隔与目标</source>
<translation>Intervals and targets saved</translation>
</message>
<message>
<source>该走访的</source>
<translation>Due for a visit</translation>
</message>
<message>
<source>全部住户</source>
<translation>All households</translation>
</message>
<message>
<source>入户走访登记表</source>
<translation>Household visit sheets</translation>
</message>
<message>
<source>走访登记表</source>
<translation>visit sheets</translation>
</message>
<message>
<source>按门牌顺序，一户一张；证件和电话已遮掩</source>
<translation>One page per household in door order; ID and phone numbers are masked</translation>
</message>
<message>
<source>没有要打印的住户</source>
<translation>No households to print</translation>
</message>
<message>
<source>%1栋</source>
<translation>Building %1</translation>
</message>
<message>
<source>范围</source>
<translation>Range</translation>
</message>
<message>
<source>存为 PDF…</source>
<translation>Save as PDF…</translation>
</message>
<message>
<source>打印…</source>
<translation>Print…</translation>
</message>
<message>
<source>入户走访登记表_%1.pdf</source>
<translation>Household visit sheets_%1.pdf</translation>
</message>
<message>
<source>正在排版…</source>
<translation>Laying out…</translation>
</message>
<message>
<source>排版%1</source>
<translation>Lay out %1</translation>
</message>
<message>
<source>没有排成</source>
<translation>Layout failed</translation>
</message>
<message>
<source>这里只显示前 %1 页，打印和存盘时共 %2 页。</source>
<translation>Only the first %1 pages are shown here; printing and saving include all %2.</translation>
</message>
<message>
<source>共 %1 页</source>
<translation>%1 pages</translation>
</message>
<message>
<source>存为 PDF</source>
<translation>Save as PDF</translation>
</message>
<message>
<source>已存为 %1</source>
<translation>Saved as %1</translation>
</message>
<message>
<source>已送去打印 %1 页</source>
<translation>%1 pages sent to the printer</translation>
</message>
<message>
<source>打印已停下</source>
<translation>Printing stopped</translation>
</message>
<message>
<source>停止打印</source>
<translation>Stop printing</translation>
</message>
<message>
<source>正在送去打印 %1 / %2 页</source>
<translation>Sending page %1 / %2 to the printer</translation>
</message>
<message>
<source>要记的诉求已不在账本里，可能刚被撤销登记。这一步没有记下；填的还在，可以复制后再关。</source>
<translation>The appeal is no longer in the book; its entry may just have been undone. This step was not recorded; what you filled in is still here and can be copied before you close.</translation>
</message>
<message>
<source>诉求刚在别处改过，这一步还没有记下。这里已换成现在的样子，填的都在，请核对后再保存。</source>
<translation>The appeal was just changed elsewhere, so this step is not recorded yet. It is now shown as it is, with all you filled in; please check and save again.</translation>
</message>
<message>
<source>转交</source>
<translation>Hand over</translation>
</message>
<message>
<source>记进展</source>
<translation>Progress</translation>
</message>
<message>
<source>%1 件诉求</source>
<translation>%1 appeals</translation>
</message>
<message>
<source>有 %1 件已不在账本里，从这里去掉了。</source>
<translation>%1 are no longer in the book and were taken off this list.</translation>
</message>
<message>
<source>已记下：%1</source>
<translation>Recorded: %1</translation>
</message>
<message>
<source>另有 %1 件没有动</source>
<translation>%1 others left as they were</translation>
</message>
<message>
<source>已记下：%1 %2 件%3</source>
<translation>Recorded: %1 on %2%3</translation>
</message>
<message>
<source>日期</source>
<translation>Date</translation>
</message>
<message>
<source>经办人</source>
<translation>Handled by</translation>
</message>
<message>
<source>说明</source>
<translation>Notes</translation>
</message>
<message>
<source>到了哪一步、结果怎样</source>
<translation>What stage it has reached and with what result</translation>
</message>
<message>
<source>交给谁</source>
<translation>Hand to</translation>
</message>
<message>
<source>单位或人，可以从列表里选</source>
<translation>A unit or a person, or pick from the list</translation>
</message>
<message>
<source>满意度</source>
<translation>Satisfaction</translation>
</message>
<message>
<source>满意度在“回访”或“评价”时填。</source>
<translation>Satisfaction is filled in with "Call back" or "Rate".</translation>
</message>
<message>
<source>交给谁在“交办”“吹哨”“上报”时填。</source>
<translation>Fill in whom it goes to only with "Assign", "Escalate" or "Report".</translation>
</message>
<message>
<source>请填交给哪个单位或哪个人。</source>
<translation>Please fill in which unit or person it goes to.</translation>
</message>
<message>
<source>选中的诉求现在都不能“%1”，请换一步。</source>
<translation>None of the selected appeals can take "%1" now; please choose another step.</translation>
</message>
<message>
<source>编号</source>
<translation>ID</translation>
</message>
<message>
<source>事由</source>
<translation>Subject</translation>
</message>
<message>
<source>状态</source>
<translation>Status</translation>
</message>
<message>
<source>这一步</source>
<translation>This step</translation>
</message>
<message>
<source>记不了</source>
<translation>Cannot</translation>
</message>
<message>
<source>能记</source>
<translation>Can</translation>
</message>
<message>
<source>%1 件都能记。</source>
<translation>All %1 can take it.</translation>
</message>
<message>
<source>能记 %1 件。另有 %2 件现在不能“%3”，会原样留着：%4。</source>
<translation>%1 can take it. %2 others cannot take "%3" now and will stay as they are: %4.</translation>
</message>
<message>
<source>登记日期在这之后</source>
<translation>registered after this day</translation>
</message>
<message>
<source>从</source>
<translation>From</translation>
</message>
<message>
<source>30 天前</source>
<translation>30 days ago</translation>
</message>
<message>
<source>90 天前</source>
<translation>90 days ago</translation>
</message>
<message>
<source>到</source>
<translation>To</translation>
</message>
<message>
<source>今天</source>
<translation>Today</translation>
</message>
<message>
<source>昨天</source>
<translation>Yesterday</translation>
</message>
<message>
<source>自定时间</source>
<translation>Custom period</translation>
</message>
<message>
<source>看哪一段时间的统计？</source>
<translation>Which period should the statistics cover?</translation>
</message>
<message>
<source>看这段时间</source>
<translation>Show this period</translation>
</message>
<message>
<source>请填一个日期，如 2026-11-01。</source>
<translation>Please enter a date, e.g. 2026-11-01.</translation>
</message>
<message>
<source>结束日期早于开始日期。请改一个。</source>
<translation>The end date is before the start date. Please change one of them.</translation>
</message>
<message>
<source>刚填的内容还没有保存，删除后不会留下。要删除吗？</source>
<translation>What you just typed is not saved and will be lost. Remove the record?</translation>
</message>
<message>
<source>继续填写</source>
<translation>Keep editing</translation>
</message>
<message>
<source>从账本里删除这条记录；可以撤销，以后也能从改动历史恢复</source>
<translation>Removes this record from the book; can be undone, and brought back later from the history of changes</translation>
</message>
<message>
<source>“%1”两边都改过，现在是这里填的</source>
<translation>"%1" was changed on both sides and now holds what was entered here.</translation>
</message>
<message>
<source>这条记录刚被改过，新内容已并进来，填的也都在。%1请核对后再保存。</source>
<translation>This record has just been changed; the new content has been merged in and all you entered is still there. Please check before saving. %1</translation>
</message>
<message>
<source>一页报告</source>
<translation>One-page report</translation>
</message>
<message>
<source>A4 一页，数字和页面上的一样</source>
<translation>One A4 page, with the same figures as on screen</translation>
</message>
<message>
<source>送到打印机</source>
<translation>Send to the printer</translation>
</message>
<message>
<source>选一个位置，存成 PDF 文件</source>
<translation>Choose a place and save as a PDF file</translation>
</message>
<message>
<source>排版一页报告</source>
<translation>Lay out the one-page report</translation>
</message>
<message>
<source>已送去打印 1 页</source>
<translation>1 page sent to the printer</translation>
</message>
<message>
<source>今日路线</source>
<translation>Today's route</translation>
</message>
<message>
<source>按门牌顺序，一户一行；带着走，回来记</source>
<translation>In door order, one line per household; take it along and record when back</translation>
</message>
<message>
<source>今天没有要上门的户</source>
<translation>No households to visit today</translation>
</message>
<message>
<source>今日路线_%1.pdf</source>
<translation>Today's route_%1.pdf</translation>
</message>
<message>
<source>超 %1 天</source>
<translation>%1 days overdue</translation>
</message>
<message>
<source>%1 户，按门牌顺序</source>
<translation>%1 households, in door order</translation>
</message>
<message>
<source>Ctrl+J 选中文字登诉求</source>
<translation>Ctrl+J registers the selected text as an appeal</translation>
</message>
<message>
<source>文中找到 %1 处像诉求，列在下方</source>
<translation>Possible appeals found: %1, listed below</translation>
</message>
<message>
<source>Ctrl+J 登第一处，或登选中的文字</source>
<translation>Ctrl+J: the first one, or the selection</translation>
</message>
<message>
<source>有旧台账（Excel 表）的，把它拖到这里：先建账本，接着就导入。</source>
<translation>If you have an old register (an Excel sheet), drag it here: create the book first, then it is imported.</translation>
</message>
<message>
<source>从这里开始</source>
<translation>Start here</translation>
</message>
<message>
<source>账本是一个加密的文件，存在这台电脑上，不联网也能用。</source>
<translation>The book is an encrypted file kept on this computer; it works without a network.</translation>
</message>
<message>
<source>新建账本</source>
<translation>New book</translation>
</message>
<message>
<source>打开账本…</source>
<translation>Open book…</translation>
</message>
<message>
<source>打开账本</source>
<translation>Open book</translation>
</message>
<message>
<source>最近用过</source>
<translation>Recently used</translation>
</message>
<message>
<source>打开别的账本…</source>
<translation>Open another book…</translation>
</message>
<message>
<source>账本密码</source>
<translation>Book password</translation>
</message>
<message>
<source>别的账本</source>
<translation>Another book</translation>
</message>
<message>
<source>打开</source>
<translation>Open</translation>
</message>
<message>
<source>这 %1 个文件</source>
<translation>these %1 files</translation>
</message>
<message>
<source>账本打开后，接着导入%1。</source>
<translation>Once the book is open, %1 will be imported.</translation>
</message>
<message>
<source>上次没有正常关闭，最后一条走访已找回。请核对后保存。</source>
<translation>The program was not closed properly last time; the last visit has been recovered. Please check it and save.</translation>
</message>
<message>
<source>上次有一条走访没有写完，已找回。请核对后保存。</source>
<translation>A visit was left unfinished last time and has been recovered. Please check it and save.</translation>
</message>
<message>
<source>医保缴费</source>
<translation>Medical insurance payment</translation>
</message>
<message>
<source>反诈</source>
<translation>Anti-fraud</translation>
</message>
<message>
<source>消防安全</source>
<translation>Fire safety</translation>
</message>
<message>
<source>垃圾分类</source>
<translation>Waste sorting</translation>
</message>
<message>
<source>孕产妇</source>
<translation>Maternity</translation>
</message>
<message>
<source>婴幼儿</source>
<translation>Infants</translation>
</message>
<message>
<source>残疾人</source>
<translation>Disabled</translation>
</message>
<message>
<source>高龄老人</source>
<translation>Very elderly</translation>
</message>
<message>
<source>独居老人</source>
<translation>Elderly living alone</translation>
</message>
<message>
<source>低保</source>
<translation>Minimum-income</translation>
</message>
<message>
<source>低保边缘</source>
<translation>Near minimum-income</translation>
</message>
<message>
<source>特困人员</source>
<translation>Extreme hardship</translation>
</message>
<message>
<source>失业人员</source>
<translation>Unemployed</translation>
</message>
<message>
<source>新就业群体</source>
<translation>Gig workers</translation>
</message>
<message>
<source>留守老人</source>
<translation>Left-behind elderly</translation>
</message>
<message>
<source>空巢老人</source>
<translation>Empty-nest elderly</translation>
</message>
<message>
<source>孕产补贴</source>
<translation>Maternity subsidy</translation>
</message>
<message>
<source>残疾人补贴</source>
<translation>Disability subsidy</translation>
</message>
<message>
<source>高龄津贴</source>
<translation>Old-age allowance</translation>
</message>
<message>
<source>低保救助</source>
<translation>Minimum-income aid</translation>
</message>
<message>
<source>就业服务</source>
<translation>Employment services</translation>
</message>
<message>
<source>养老保险</source>
<translation>Pension insurance</translation>
</message>
<message>
<source>保存；后面没有下一户了（Ctrl+Enter）</source>
<translation>Save; there is no next household (Ctrl+Enter)</translation>
</message>
<message>
<source>保存，接着记 %1 %2（Ctrl+Enter）</source>
<translation>Save, then record %1 %2 (Ctrl+Enter)</translation>
</message>
<message>
<source>保存并下一户</source>
<translation>Save and next household</translation>
</message>
<message>
<source>登诉求</source>
<translation>Register appeal</translation>
</message>
<message>
<source>下次走访</source>
<translation>Next visit</translation>
</message>
<message>
<source>这一户还有一条没写完的走访。</source>
<translation>There is an unfinished visit for this household.</translation>
</message>
<message>
<source>换成那一条</source>
<translation>Switch to that one</translation>
</message>
<message>
<source>丢开重写</source>
<translation>Discard and start over</translation>
</message>
<message>
<source>草稿存于 %1 %2</source>
<translation>Draft saved %1 %2</translation>
</message>
<message>
<source>已记录 %1 的走访</source>
<translation>Recorded the visit to %1</translation>
</message>
<message>
<source>和 %1 件诉求</source>
<translation>and %1 appeals</translation>
</message>
<message>
<source>钟点</source>
<translation>Time of day</translation>
</message>
<message>
<source>电话</source>
<translation>Phone</translation>
</message>
<message>
<source>见面</source>
<translation>Met</translation>
</message>
<message>
<source>无人</source>
<translation>Nobody home</translation>
</message>
<message>
<source>拒访</source>
<translation>Refused</translation>
</message>
<message>
<source>已搬走</source>
<translation>Moved away</translation>
</message>
<message>
<source>改约</source>
<translation>Rescheduled</translation>
</message>
<message>
<source>走访结果</source>
<translation>Visit result</translation>
</message>
<message>
<source>民情记录</source>
<translation>Visit notes</translation>
</message>
<message>
<source>说了什么、家里怎样、想要什么</source>
<translation>What was said, how the family is doing, what they would like</translation>
</message>
<message>
<source>到现在，可改</source>
<translation>Until now, editable</translation>
</message>
<message>
<source>同行人</source>
<translation>Accompanied by</translation>
</message>
<message>
<source>添人</source>
<translation>Add person</translation>
</message>
<message>
<source>其他人</source>
<translation>Others</translation>
</message>
<message>
<source>政策宣传</source>
<translation>Policy information</translation>
</message>
<message>
<source>更多</source>
<translation>More</translation>
</message>
<message>
<source>入户</source>
<translation>Home visit</translation>
</message>
<message>
<source>上次 %1 %2</source>
<translation>Last visit %1 %2</translation>
</message>
<message>
<source>还没有走访过这一户</source>
<translation>This household has not been visited yet</translation>
</message>
<message>
<source>%1 %2 件未结</source>
<translation>%1 (%2 open)</translation>
</message>
<message>
<source>看档案</source>
<translation>View file</translation>
</message>
<message>
<source>打开这一户的档案；写到一半的留作草稿</source>
<translation>Opens this household's file; what is half written is kept as a draft</translation>
</message>
<message>
<source>草稿已存 %1</source>
<translation>Draft saved %1</translation>
</message>
<message>
<source>存草稿</source>
<translation>Save draft</translation>
</message>
<message>
<source>草稿没有存上：%1</source>
<translation>The draft could not be saved: %1</translation>
</message>
<message>
<source>松开就看导入预览，点“应用”之前不会改动账本</source>
<translation>Release to see the import preview; the book changes only when you click "Apply"</translation>
</message>
<message>
<source>不再提示下一步</source>
<translation>Do not show next steps again</translation>
</message>
<message>
<source>第一步（共三步）：把旧台账导进来。点“导入台账”，或把 Excel 表拖进窗口。</source>
<translation>Step 1 of 3: bring in your old register. Click "Import register", or drag an Excel sheet into the window.</translation>
</message>
<message>
<source>导入台账</source>
<translation>Import register</translation>
</message>
<message>
<source>第二步（共三步）：账本里有 %1 户了，选一户，记第一次走访。</source>
<translation>Step 2 of 3: the book now has %1 households; choose one and record the first visit.</translation>
</message>
<message>
<source>先打印走访表</source>
<translation>Print visit sheets first</translation>
</message>
<message>
<source>第三步（共三步）：第一次走访记好了，打印走访表，带着它上门。</source>
<translation>Step 3 of 3: the first visit is recorded; print the visit sheets and take them along.</translation>
</message>
<message>
<source>打印走访表</source>
<translation>Print visit sheets</translation>
</message>
<message>
<source>看今日</source>
<translation>View today</translation>
</message>
<message>
<source>女</source>
<translation>Female</translation>
</message>
<message>
<source>女儿</source>
<translation>Daughter</translation>
</message>
<message>
<source>迟交 %1 天</source>
<translation>Handed in %1 days late</translation>
</message>
<message>
<source>逾期未交 %1 天</source>
<translation>%1 days past due, not handed in</translation>
</message>
<message>
<source>未交</source>
<translation>Missing</translation>
</message>
<message>
<source>已锁定</source>
<translation>Locked</translation>
</message>
<message>
<source>账本已锁上</source>
<translation>The book is locked</translation>
</message>
<message>
<source>输入 %1 的账本密码，接着刚才的地方做。没保存的内容都还在。</source>
<translation>Enter the book password of %1 to carry on where you left off. Unsaved content is all still there.</translation>
</message>
<message>
<source>退出程序</source>
<translation>Quit program</translation>
</message>
<message>
<source>密码不对。请再输一遍，注意大小写和中英文。</source>
<translation>The password is wrong. Please enter it again, minding upper and lower case and the input language.</translation>
</message>
<message>
<source>没有可撤销的改动</source>
<translation>Nothing to undo</translation>
</message>
<message>
<source>撤销：%1	Ctrl+Z</source>
<translation>Undo "%1"	Ctrl+Z</translation>
</message>
<message>
<source>位置</source>
<translation>Location</translation>
</message>
<message>
<source>文件名</source>
<translation>File name</translation>
</message>
<message>
<source>类型</source>
<translation>Type</translation>
</message>
<message>
<source>还有没保存的内容，要保存吗？</source>
<translation>There is unsaved content. Save it?</translation>
</message>
<message>
<source>不保存</source>
<translation>Do not save</translation>
</message>
<message>
<source>请输入密码。</source>
<translation>Please enter the password.</translation>
</message>
<message>
<source>确定</source>
<translation>OK</translation>
</message>
<message>
<source>按选中的读</source>
<translation>Read as selected</translation>
</message>
<message>
<source>读作</source>
<translation>Read as</translation>
</message>
<message>
<source>已写下一份不含居民信息的记录：%1</source>
<translation>A record without residents' information has been written: %1</translation>
</message>
<message>
<source>记录没能写到磁盘上。</source>
<translation>The record could not be written to disk.</translation>
</message>
<message>
<source>程序遇到了意料之外的情况，刚才这一步没有完成。已经保存的内容不受影响，可以接着用。

%1</source>
<translation>Something unexpected happened and the last step was not completed. What is already saved is not affected, and you can carry on.

%1</translation>
</message>
<message>
<source>这一步没有完成</source>
<translation>This step was not completed</translation>
</message>
<message>
<source>技术信息</source>
<translation>Technical information</translation>
</message>
<message>
<source>技术信息（已复制）</source>
<translation>Technical information (copied)</translation>
</message>
<message>
<source>办结</source>
<translation>Close</translation>
</message>
<message>
<source>上报街道</source>
<translation>To street office</translation>
</message>
<message>
<source>上报</source>
<translation>Report</translation>
</message>
<message>
<source>延期</source>
<translation>Extend</translation>
</message>
<message>
<source>受理</source>
<translation>Accept</translation>
</message>
<message>
<source>办理</source>
<translation>Handle</translation>
</message>
<message>
<source>回访</source>
<translation>Call back</translation>
</message>
<message>
<source>诉求详情</source>
<translation>Appeal details</translation>
</message>
<message>
<source>在左边选中一件，这里就显示。</source>
<translation>Select one at the left and it is shown here.</translation>
</message>
<message>
<source>第 %1 号</source>
<translation>No. %1</translation>
</message>
<message>
<source>未编号</source>
<translation>Not numbered</translation>
</message>
<message>
<source>改诉求</source>
<translation>Edit</translation>
</message>
<message>
<source>办理流程</source>
<translation>Handling process</translation>
</message>
<message>
<source>解决办法</source>
<translation>Solution</translation>
</message>
<message>
<source>办理结果</source>
<translation>Handling result</translation>
</message>
<message>
<source>街道回复</source>
<translation>Street office's reply</translation>
</message>
<message>
<source>改回复</source>
<translation>Edit reply</translation>
</message>
<message>
<source>写回复</source>
<translation>Write reply</translation>
</message>
<message>
<source>还没有回复。写好后在“交换”里回复各家。</source>
<translation>No reply yet. Once written, send replies to everyone from "Exchange".</translation>
</message>
<message>
<source>没有登记地点</source>
<translation>No place registered</translation>
</message>
<message>
<source>来表</source>
<translation>Incoming sheet</translation>
</message>
<message>
<source>%1 %2改了%3</source>
<translation>%1 changed %3 %2</translation>
</message>
<message>
<source>登记它的那次走访%1已删除；这件诉求照常办理</source>
<translation>The visit in which it was registered %1 was removed; the appeal goes on as usual</translation>
</message>
<message>
<source>来源 · %1</source>
<translation>Source · %1</translation>
</message>
<message>
<source>%1办理</source>
<translation>Handled by %1</translation>
</message>
<message>
<source>未定期限</source>
<translation>No deadline set</translation>
</message>
<message>
<source>一二三四五六日</source>
<translation>MTWTFSS</translation>
</message>
<message>
<source>期限 %1 %2</source>
<translation>Due %1 %2</translation>
</message>
<message>
<source>%1，已超 %2 个工作日</source>
<translation>%1, %2 working days overdue</translation>
</message>
<message>
<source>%1的诉求不能转交，没有改动。要重新办理，请先“退回”。</source>
<translation>Appeals that are %1 cannot be handed over; nothing was changed. To work on them again, "Return" them first.</translation>
</message>
<message>
<source>选中 %1 件诉求</source>
<translation>%1 appeals selected</translation>
</message>
<message>
<source>超期 %1 件</source>
<translation>%1 overdue</translation>
</message>
<message>
<source>……另有 %1 件</source>
<translation>… and %1 more</translation>
</message>
<message>
<source>给选中的诉求一次记好同一步，可以撤销。</source>
<translation>Records the same step on all selected appeals at once; it can be undone.</translation>
</message>
<message>
<source>转交…</source>
<translation>Hand over…</translation>
</message>
<message>
<source>交办、吹哨或上报：写一次给谁、说明和日期；现在不能转交的会说明，原样留着</source>
<translation>Assign, escalate or report: write once to whom, the note and the date; those that cannot go now are named and left as they are</translation>
</message>
<message>
<source>记进展…</source>
<translation>Progress…</translation>
</message>
<message>
<source>受理、办理、办结等：同样的日期和说明记到每一件</source>
<translation>Accept, handle, settle and so on: the same date and note on each</translation>
</message>
<message>
<source>复制为表格</source>
<translation>Copy as table</translation>
</message>
<message>
<source>只留一件</source>
<translation>Keep only one</translation>
</message>
<message>
<source>复制选中的行</source>
<translation>Copy selected rows</translation>
</message>
<message>
<source>%1 件</source>
<translation>%1</translation>
</message>
<message>
<source>待受理</source>
<translation>To accept</translation>
</message>
<message>
<source>%1办结</source>
<translation>Closed %1</translation>
</message>
<message>
<source>已办结</source>
<translation>Closed</translation>
</message>
<message>
<source>还剩 %1 个工作日</source>
<translation>%1 workdays left</translation>
</message>
<message>
<source>今天到期</source>
<translation>Due today</translation>
</message>
<message>
<source>明天到期</source>
<translation>Due tomorrow</translation>
</message>
<message>
<source>选择</source>
<translation>Select</translation>
</message>
<message>
<source>选几件</source>
<translation>select several</translation>
</message>
<message>
<source>打印清单</source>
<translation>Print list</translation>
</message>
<message>
<source>近 1 周</source>
<translation>Past week</translation>
</message>
<message>
<source>近 4 周</source>
<translation>Past 4 weeks</translation>
</message>
<message>
<source>近一季</source>
<translation>Past quarter</translation>
</message>
<message>
<source>类别</source>
<translation>Category</translation>
</message>
<message>
<source>打印</source>
<translation>Print</translation>
</message>
<message>
<source>把列出的诉求印成一张清单，选中几件就只印这几件（Ctrl+P）</source>
<translation>Prints the appeals listed as one list; with several selected, only those (Ctrl+P)</translation>
</message>
<message>
<source>办理状态</source>
<translation>Handling status</translation>
</message>
<message>
<source>期限按工作日算，法定节假日除外</source>
<translation>Deadlines count working days, not holidays</translation>
</message>
<message>
<source>未办结 %1 件 · 超期 %2 件</source>
<translation>%1 not closed · %2 overdue</translation>
</message>
<message>
<source>这件诉求已不在账本里，可能刚被撤销登记或合并；这里是现有的诉求</source>
<translation>This appeal is no longer in the book; its entry may just have been undone or merged. These are the appeals there are</translation>
</message>
<message>
<source>没有这样的诉求</source>
<translation>No such appeals</translation>
</message>
<message>
<source>换一个状态或清除筛选。</source>
<translation>Choose another status or clear the filters.</translation>
</message>
<message>
<source>清除筛选</source>
<translation>Clear filters</translation>
</message>
<message>
<source>没有未办结的诉求</source>
<translation>No open appeals</translation>
</message>
<message>
<source>新的诉求在走访时登记，也可以单独登记。</source>
<translation>New appeals are registered during visits, or on their own.</translation>
</message>
<message>
<source>共 %1 件</source>
<translation>%1 appeals</translation>
</message>
<message>
<source>筛选出 %1 件，共 %2 件</source>
<translation>%1 appeals match, of %2</translation>
</message>
<message>
<source>%1 · 选中 %2 件</source>
<translation>%1 · %2 selected</translation>
</message>
<message>
<source>已复制 %1 件，可以贴到 WPS 表格里</source>
<translation>Copied %1 appeals; paste them into a WPS sheet</translation>
</message>
<message>
<source>超期</source>
<translation>Overdue</translation>
</message>
<message>
<source>门牌 / 户主</source>
<translation>Door / head</translation>
</message>
<message>
<source>期限</source>
<translation>Deadline</translation>
</message>
<message>
<source>换户</source>
<translation>Change household</translation>
</message>
<message>
<source>打开档案</source>
<translation>Open file</translation>
</message>
<message>
<source>空格</source>
<translation>Space</translation>
</message>
<message>
<source>选中</source>
<translation>Select</translation>
</message>
<message>
<source>下一户</source>
<translation>Next household</translation>
</message>
<message>
<source>退回一步</source>
<translation>One step back</translation>
</message>
<message>
<source>还没有楼栋</source>
<translation>No buildings yet</translation>
</message>
<message>
<source>填好楼栋、单元和层数，自动排出门牌。</source>
<translation>Fill in building, units and floors; the doors are laid out automatically.</translation>
</message>
<message>
<source>新建楼栋</source>
<translation>New building</translation>
</message>
<message>
<source>选中的门</source>
<translation>Selected door</translation>
</message>
<message>
<source>没有符合的门</source>
<translation>No matching doors</translation>
</message>
<message>
<source>换一个筛选看看。</source>
<translation>Try another filter.</translation>
</message>
<message>
<source>已吹哨</source>
<translation>Escalated</translation>
</message>
<message>
<source>诉求 %1 %2</source>
<translation>Appeal %1 %2</translation>
</message>
<message>
<source>打开这件诉求</source>
<translation>Open this appeal</translation>
</message>
<message>
<source>登记住户</source>
<translation>Register household</translation>
</message>
<message>
<source>打印这一户的走访登记表（Ctrl+P）</source>
<translation>Print this household's visit sheet (Ctrl+P)</translation>
</message>
<message>
<source>打开这一户的档案（Enter）</source>
<translation>Open this household's file (Enter)</translation>
</message>
<message>
<source>还没有登记</source>
<translation>To register</translation>
</message>
<message>
<source>%1 是按楼栋的单元和层数排出来的门牌，里面住着谁还不知道。</source>
<translation>%1 is a door laid out from the building's units and floors; who lives there is not known yet.</translation>
</message>
<message>
<source>可以先登记住户，也可以直接记一次走访：这一户会一起登记。</source>
<translation>You can register the household first, or simply record a visit: the household is then registered along with it.</translation>
</message>
<message>
<source>这个门里 %1 户</source>
<translation>%1 households behind this door</translation>
</message>
<message>
<source>第 %1 户</source>
<translation>Household %1</translation>
</message>
<message>
<source>看这一户</source>
<translation>View this household</translation>
</message>
<message>
<source>上次走访</source>
<translation>Last visit</translation>
</message>
<message>
<source>还没有走访过</source>
<translation>Not visited yet</translation>
</message>
<message>
<source>未结诉求</source>
<translation>Open appeals</translation>
</message>
<message>
<source>另有 %1 件，在档案里</source>
<translation>%1 more in the file</translation>
</message>
<message>
<source>没有约</source>
<translation>Nothing arranged</translation>
</message>
<message>
<source>改期</source>
<translation>Reschedule</translation>
</message>
<message>
<source>换一个下次走访的日子</source>
<translation>Choose another day for the next visit</translation>
</message>
<message>
<source>从未走访</source>
<translation>Never visited</translation>
</message>
<message>
<source>%1 天未访</source>
<translation>Not visited for %1 days</translation>
</message>
<message>
<source>今天见面</source>
<translation>Met today</translation>
</message>
<message>
<source>%1 天前见面</source>
<translation>Met %1 days ago</translation>
</message>
<message>
<source>家人</source>
<translation>Family</translation>
</message>
<message>
<source>%1 人：%2</source>
<translation>%1 people: %2</translation>
</message>
<message>
<source>房屋</source>
<translation>Home</translation>
</message>
<message>
<source>无人居住</source>
<translation>Unoccupied</translation>
</message>
<message>
<source>姓名未填</source>
<translation>Name not filled in</translation>
</message>
<message>
<source>%1 岁</source>
<translation>Aged %1</translation>
</message>
<message>
<source>+7天</source>
<translation>+7 days</translation>
</message>
<message>
<source>+30天</source>
<translation>+30 days</translation>
</message>
<message>
<source>+90天</source>
<translation>+90 days</translation>
</message>
<message>
<source>已登记 %1</source>
<translation>Registered %1</translation>
</message>
<message>
<source>改期　%1</source>
<translation>Reschedule %1</translation>
</message>
<message>
<source>改期 %1</source>
<translation>Reschedule %1</translation>
</message>
<message>
<source>已改 %1 的下次走访</source>
<translation>Changed the next visit of %1</translation>
</message>
<message>
<source>已给 %1 户记“无人”%2</source>
<translation>Recorded "nobody home" for %1 households%2</translation>
</message>
<message>
<source>已给 %1 户记政策宣传%2</source>
<translation>Recorded policy information for %1 households%2</translation>
</message>
<message>
<source>结果</source>
<translation>Result</translation>
</message>
<message>
<source>讲了什么、发了什么</source>
<translation>What was explained, what was handed out</translation>
</message>
<message>
<source>政策宣传　%1 户</source>
<translation>Policy information · %1 households</translation>
</message>
<message>
<source>已新建楼栋</source>
<translation>Building created</translation>
</message>
<message>
<source>改楼栋</source>
<translation>Edit building</translation>
</message>
<message>
<source>已保存楼栋</source>
<translation>Building saved</translation>
</message>
<message>
<source>其中 %1 户是新登记的</source>
<translation>%1 of them newly registered</translation>
</message>
<message>
<source>登记住户 %1</source>
<translation>Register household %1</translation>
</message>
<message>
<source>本栋所有的门</source>
<translation>All doors of this building</translation>
</message>
<message>
<source>超过 90 天没有见到人，或约好的日子、重点人群该走访的日子已过</source>
<translation>Nobody met for more than 90 days, or the agreed day or the care group's visit day has passed</translation>
</message>
<message>
<source>登记了，还没有见过面</source>
<translation>Registered but never met</translation>
</message>
<message>
<source>有没有办结的诉求</source>
<translation>Has appeals not closed</translation>
</message>
<message>
<source>房屋性质是出租</source>
<translation>Home is let</translation>
</message>
<message>
<source>重点人群</source>
<translation>Care group</translation>
</message>
<message>
<source>人群</source>
<translation>Group</translation>
</message>
<message>
<source>只看住着这类人群的门</source>
<translation>Only doors where this group lives</translation>
</message>
<message>
<source>住着%1的门</source>
<translation>Doors where %1 live</translation>
</message>
<message>
<source>当前</source>
<translation>Current</translation>
</message>
<message>
<source>改这一栋的单元、层数和没有的门牌</source>
<translation>Change this building's units, floors and missing doors</translation>
</message>
<message>
<source>填好单元和层数，自动排出门牌</source>
<translation>Fill in units and floors; the doors are laid out automatically</translation>
</message>
<message>
<source>立面</source>
<translation>Elevation</translation>
</message>
<message>
<source>列表</source>
<translation>List</translation>
</message>
<message>
<source>看法</source>
<translation>View</translation>
</message>
<message>
<source>打印本栋走访表</source>
<translation>Print visit sheets</translation>
</message>
<message>
<source>走访登记表、立面图、走访清单（Ctrl+P）</source>
<translation>Visit sheets, elevation, visit list (Ctrl+P)</translation>
</message>
<message>
<source>小区未填</source>
<translation>Estate not filled in</translation>
</message>
<message>
<source>改这一栋…</source>
<translation>Edit this building…</translation>
</message>
<message>
<source>新建楼栋…</source>
<translation>New building…</translation>
</message>
<message>
<source>走访登记表，一户一张…</source>
<translation>Visit sheets, one page per household…</translation>
</message>
<message>
<source>立面图…</source>
<translation>Elevation…</translation>
</message>
<message>
<source>走访清单，按走访顺序…</source>
<translation>Visit list, in visit order…</translation>
</message>
<message>
<source>本栋的门</source>
<translation>Doors of this building</translation>
</message>
<message>
<source>%1 天前</source>
<translation>%1 days ago</translation>
</message>
<message>
<source>上次见面</source>
<translation>Last met</translation>
</message>
<message>
<source>人口</source>
<translation>People</translation>
</message>
<message>
<source>人群和房屋</source>
<translation>Groups and home</translation>
</message>
<message>
<source>走访提醒</source>
<translation>Visit reminder</translation>
</message>
<message>
<source>走访顺序：%1</source>
<translation>Visit order: %1</translation>
</message>
<message>
<source>下一户 %1</source>
<translation>Next: %1</translation>
</message>
<message>
<source>本栋走完了</source>
<translation>Building done</translation>
</message>
<message>
<source>换到下一户（Ctrl+Enter）</source>
<translation>Go to the next household (Ctrl+Enter)</translation>
</message>
<message>
<source>给选中的门一次记好，可以撤销。</source>
<translation>Recorded in one go; can be undone.</translation>
</message>
<message>
<source>都记“无人”</source>
<translation>Nobody home</translation>
</message>
<message>
<source>政策宣传…</source>
<translation>Policy info…</translation>
</message>
<message>
<source>打印走访清单</source>
<translation>Print visit list</translation>
</message>
<message>
<source>取消选择</source>
<translation>Clear selection</translation>
</message>
<message>
<source>给选中的每一户记一次现在的走访：入户，无人</source>
<translation>Records a visit now for every selected household: home visit, nobody home</translation>
</message>
<message>
<source>给选中的每一户记同一次政策宣传</source>
<translation>Records the same policy information for every selected household</translation>
</message>
<message>
<source>把选中的门排成一张走访清单</source>
<translation>Arranges the selected doors into a visit list</translation>
</message>
<message>
<source>用方向键或鼠标选一个门。</source>
<translation>Choose a door with the arrow keys or the mouse.</translation>
</message>
<message>
<source>选中 %1 个门</source>
<translation>%1 doors selected</translation>
</message>
<message>
<source>%1 户可以走访</source>
<translation>%1 can be visited</translation>
</message>
<message>
<source>选一个门</source>
<translation>Choose a door</translation>
</message>
<message>
<source>这是一张没有填过的表。可以把它学成表样，以后按它填好导出；账本没有改动。</source>
<translation>This sheet has not been filled in. You can learn it as a form and later export filled in to match; the book has not been changed.</translation>
</message>
<message>
<source>学成表样</source>
<translation>Learn as a form</translation>
</message>
<message>
<source>只看预览</source>
<translation>Preview only</translation>
</message>
<message>
<source>民情台账</source>
<translation>Weekly register</translation>
</message>
<message>
<source>导出</source>
<translation>Export</translation>
</message>
<message>
<source>选择文件</source>
<translation>Choose files</translation>
</message>
<message>
<source>逐条</source>
<translation>One by one</translation>
</message>
<message>
<source>打开记录</source>
<translation>Open record</translation>
</message>
<message>
<source>改用、改回</source>
<translation>Use, change back</translation>
</message>
<message>
<source>回到交换</source>
<translation>Back to exchange</translation>
</message>
<message>
<source>用本机 / 用来表</source>
<translation>Use this laptop / incoming sheet</translation>
</message>
<message>
<source>整栏</source>
<translation>Whole field</translation>
</message>
<message>
<source>P / 退格</source>
<translation>P / Backspace</translation>
</message>
<message>
<source>先放着 / 改回</source>
<translation>Put aside / revert</translation>
</message>
<message>
<source>算新增</source>
<translation>Count as new</translation>
</message>
<message>
<source>查找</source>
<translation>Find</translation>
</message>
<message>
<source>应用</source>
<translation>Apply</translation>
</message>
<message>
<source>选择要导入的表，可以选多个</source>
<translation>Choose sheets to import (several allowed)</translation>
</message>
<message>
<source>选择收表的文件夹</source>
<translation>Choose the folder to collect sheets from</translation>
</message>
<message>
<source>“%1”里没有行</source>
<translation>No rows in "%1"</translation>
</message>
<message>
<source>街道办</source>
<translation>Street office</translation>
</message>
<message>
<source>本周</source>
<translation>This week</translation>
</message>
<message>
<source>上周</source>
<translation>Last week</translation>
</message>
<message>
<source>本月</source>
<translation>This month</translation>
</message>
<message>
<source>自定起止</source>
<translation>Custom</translation>
</message>
<message>
<source>身份证号</source>
<translation>ID number</translation>
</message>
<message>
<source>走访 %1 户</source>
<translation>%1 households visited</translation>
</message>
<message>
<source>居民 %1 人</source>
<translation>%1 residents</translation>
</message>
<message>
<source>诉求 %1 件</source>
<translation>%1 appeals</translation>
</message>
<message>
<source>%1 行%2</source>
<translation>%1 rows%2</translation>
</message>
<message>
<source>含完整的%1，请只交给该收的人</source>
<translation>Contains full %1; please give it only to those meant to have it</translation>
</message>
<message>
<source>电话中间四位遮掩</source>
<translation>Middle four digits of phone numbers masked</translation>
</message>
<message>
<source>身份证号中间遮掩</source>
<translation>Middle of ID numbers masked</translation>
</message>
<message>
<source>不含电话和身份证号</source>
<translation>No phone or ID numbers</translation>
</message>
<message>
<source>对方</source>
<translation>Other party</translation>
</message>
<message>
<source>给文件设打开密码</source>
<translation>Set a password to open the file</translation>
</message>
<message>
<source>号码打码</source>
<translation>Mask numbers</translation>
</message>
<message>
<source>身份证号和电话只露出一部分</source>
<translation>Only part of ID and phone numbers is shown</translation>
</message>
<message>
<source>导出…</source>
<translation>Export…</translation>
</message>
<message>
<source>开始日期</source>
<translation>Start date</translation>
</message>
<message>
<source>结束日期</source>
<translation>End date</translation>
</message>
<message>
<source>请先写好起止日期，开始不晚于结束</source>
<translation>Please fill in both dates first; the start must not be after the end</translation>
</message>
<message>
<source>这几天</source>
<translation>these days</translation>
</message>
<message>
<source>%1 至 %2</source>
<translation>%1 to %2</translation>
</message>
<message>
<source>不限日期</source>
<translation>Any date</translation>
</message>
<message>
<source>甲</source>
<translation>A</translation>
</message>
<message>
<source>乙</source>
<translation>B</translation>
</message>
<message>
<source>丙</source>
<translation>C</translation>
</message>
<message>
<source>丁</source>
<translation>D</translation>
</message>
<message>
<source>戊</source>
<translation>E</translation>
</message>
<message>
<source>己</source>
<translation>F</translation>
</message>
<message>
<source>庚</source>
<translation>G</translation>
</message>
<message>
<source>辛</source>
<translation>H</translation>
</message>
<message>
<source>壬</source>
<translation>I</translation>
</message>
<message>
<source>癸</source>
<translation>J</translation>
</message>
<message>
<source>原值（上次一致）</source>
<translation>Original (last agreed)</translation>
</message>
<message>
<source>本机</source>
<translation>This laptop</translation>
</message>
<message>
<source>本机 %1　%2</source>
<translation>This laptop %1  %2</translation>
</message>
<message>
<source>还没处理的</source>
<translation>Not yet decided</translation>
</message>
<message>
<source>选过的</source>
<translation>Chosen</translation>
</message>
<message>
<source>先放着的</source>
<translation>Put aside</translation>
</message>
<message>
<source>都用本机</source>
<translation>All: this laptop</translation>
</message>
<message>
<source>都用来表</source>
<translation>All: incoming</translation>
</message>
<message>
<source>都先放着</source>
<translation>Put all aside</translation>
</message>
<message>
<source>都改回没选</source>
<translation>Reset all</translation>
</message>
<message>
<source>在预览里找</source>
<translation>Find in preview</translation>
</message>
<message>
<source>找姓名、门牌、内容</source>
<translation>Name, door or content</translation>
</message>
<message>
<source>处理</source>
<translation>Status</translation>
</message>
<message>
<source>%1（%2 行）</source>
<translation>%1 (%2 rows)</translation>
</message>
<message>
<source>“%1”这一栏</source>
<translation>in "%1"</translation>
</message>
<message>
<source>筛出 %1 行</source>
<translation>%1 rows found</translation>
</message>
<message>
<source>%1 处两边不同</source>
<translation>%1 differences</translation>
</message>
<message>
<source>留着的话，下次打开同一份表时接着用。账本没有改动。</source>
<translation>If kept, work can continue the next time the same sheet is opened. The book has not been changed.</translation>
</message>
<message>
<source>拿不准就用第一个：它认得的栏最多，读完先看预览。选定的读法在导入后记住，同样的表不再问。</source>
<translation>If unsure, use the first: it recognises the most columns; look at the preview once it is read. The way chosen is remembered after the import, and the same sheet will not be asked about again.</translation>
</message>
<message>
<source>留着</source>
<translation>Keep</translation>
</message>
<message>
<source>不要了</source>
<translation>Discard</translation>
</message>
<message>
<source>接着看</source>
<translation>Keep looking</translation>
</message>
<message>
<source>表格 (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.csv *.tsv *.txt *.xml *.htm *.html)</source>
<translation>Sheets (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.csv *.tsv *.txt *.xml *.htm *.html)</translation>
</message>
<message>
<source>%1 · %2 栏认得 %3 栏</source>
<translation>%1 · %3 of %2 columns recognised</translation>
</message>
<message>
<source>读取 %1</source>
<translation>Read %1</translation>
</message>
<message>
<source>工作表“%1”的栏目有几种读法。%2</source>
<translation>The columns of worksheet "%1" can be read in several ways. %2</translation>
</message>
<message>
<source>“%1”该按什么读？</source>
<translation>What should "%1" be read as?</translation>
</message>
<message>
<source>选定</source>
<translation>Choose</translation>
</message>
<message>
<source>重新核对</source>
<translation>Check again</translation>
</message>
<message>
<source>导入</source>
<translation>Import</translation>
</message>
<message>
<source>已导入 %1 行</source>
<translation>Imported %1 rows</translation>
</message>
<message>
<source>已记下选择，账本没有别的改动</source>
<translation>Choices noted; nothing else in the book has changed</translation>
</message>
<message>
<source>已经选了 %1 处，要留着吗？</source>
<translation>%1 choices have been made. Keep them?</translation>
</message>
<message>
<source>%1 个文件</source>
<translation>%1 files</translation>
</message>
<message>
<source>把单位发的空表拖到这里，或点“套用表样”：认一遍栏目，以后直接填好导出。</source>
<translation>Drag an empty sheet from your office here, or click "Learn a form": go through its columns once, and from then on export it filled in.</translation>
</message>
<message>
<source>已学会的表样</source>
<translation>Learned forms</translation>
</message>
<message>
<source>学会单位自己的表，以后按原表填好导出</source>
<translation>Learn your office's own sheet, then export with the original sheet filled in</translation>
</message>
<message>
<source>填写导出</source>
<translation>Fill in and export</translation>
</message>
<message>
<source>按这张表填好，导出</source>
<translation>Fill in this sheet and export</translation>
</message>
<message>
<source>改</source>
<translation>Edit</translation>
</message>
<message>
<source>看看每一栏填什么，改一改</source>
<translation>See what goes in each column and change it</translation>
</message>
<message>
<source>另存为文件，发给同事直接用</source>
<translation>Save as a file that colleagues can use straight away</translation>
</message>
<message>
<source>忘掉</source>
<translation>Remove</translation>
</message>
<message>
<source>不再用这张表，可以撤销</source>
<translation>No longer use this sheet; this can be undone</translation>
</message>
<message>
<source>新增</source>
<translation>New</translation>
</message>
<message>
<source>更新</source>
<translation>Updated</translation>
</message>
<message>
<source>没采用</source>
<translation>Not taken</translation>
</message>
<message>
<source>改用来表的值</source>
<translation>Use the incoming value instead</translation>
</message>
<message>
<source>改回原来的值</source>
<translation>Change back to the earlier value</translation>
</message>
<message>
<source>往来详情</source>
<translation>Exchange details</translation>
</message>
<message>
<source>按做了什么筛选</source>
<translation>Filter by what was done</translation>
</message>
<message>
<source>这次往来做了什么</source>
<translation>What this exchange did</translation>
</message>
<message>
<source>撤销这次导入</source>
<translation>Undo this import</translation>
</message>
<message>
<source>接着处理先放着的 %1 行</source>
<translation>Go on with the %1 rows put aside</translation>
</message>
<message>
<source>原来的文件不在了：%1</source>
<translation>The original file is gone: %1</translation>
</message>
<message>
<source>%1 份表一起</source>
<translation>%1 sheets together</translation>
</message>
<message>
<source>恢复</source>
<translation>Restore</translation>
</message>
<message>
<source>撤销</source>
<translation>Undo</translation>
</message>
<message>
<source>%1这次导入%2</source>
<translation>%1 this import %2</translation>
</message>
<message>
<source>全部记录</source>
<translation>All records</translation>
</message>
<message>
<source>导出不改动账本，只记下交给了谁。</source>
<translation>An export does not change the book; it only notes who received it.</translation>
</message>
<message>
<source>换上面的一格再看。</source>
<translation>Choose another option above.</translation>
</message>
<message>
<source>没有改动记录</source>
<translation>No change records</translation>
</message>
<message>
<source>没采用来表的值 %1 处</source>
<translation>%1 incoming values not taken</translation>
</message>
<message>
<source>%1选定 %2 处</source>
<translation>%1 chose %2 values</translation>
</message>
<message>
<source>选定 %1 处</source>
<translation>%1 choices made</translation>
</message>
<message>
<source>只列出前面的一部分</source>
<translation>only the first part is listed</translation>
</message>
<message>
<source>有效</source>
<translation>In effect</translation>
</message>
<message>
<source>已撤销</source>
<translation>Undone</translation>
</message>
<message>
<source>来往</source>
<translation>Direction</translation>
</message>
<message>
<source>收到</source>
<translation>Received</translation>
</message>
<message>
<source>发出</source>
<translation>Sent</translation>
</message>
<message>
<source>没写明</source>
<translation>Not stated</translation>
</message>
<message>
<source>行数</source>
<translation>Rows</translation>
</message>
<message>
<source>经手</source>
<translation>By</translation>
</message>
<message>
<source>整条</source>
<translation>Whole record</translation>
</message>
<message>
<source>原来 / 来表</source>
<translation>Original / incoming sheet</translation>
</message>
<message>
<source>现在 / 本机</source>
<translation>Now / this laptop</translation>
</message>
<message>
<source>还有 %1 行先放着</source>
<translation>%1 rows put aside</translation>
</message>
<message>
<source>把街道回传的表拖到这里，或点“选择文件”</source>
<translation>Drop the street office's sheet here, or click "Choose files"</translation>
</message>
<message>
<source>可以是 .xlsx .xls .et .ods .csv，也可以一次拖多个或整个文件夹；点“应用”之前不会改动账本</source>
<translation>.xlsx .xls .et .ods .csv, several at once or a whole folder; the book changes only when you click "Apply"</translation>
</message>
<message>
<source>整个文件夹</source>
<translation>Whole folder</translation>
</message>
<message>
<source>各家交来的表放在一个文件夹里，一次导入：谁交了、谁没交，一看就知道</source>
<translation>Put the sheets handed in by everyone in one folder and import them in one go: who handed in and who did not is seen at a glance</translation>
</message>
<message>
<source>“%1”的导入预览还没有应用，选定的都还在</source>
<translation>The import preview of "%1" is not applied yet; all that was chosen is kept</translation>
</message>
<message>
<source>往来记录</source>
<translation>History</translation>
</message>
<message>
<source>撤销最近一次导入</source>
<translation>Undo last import</translation>
</message>
<message>
<source>汇总表…</source>
<translation>Combined sheet…</translation>
</message>
<message>
<source>左边选的表样和时段里，各家交来的行排在一张表上，写明报送人</source>
<translation>Rows handed in by every sender, for the form and period chosen on the left, on one sheet that names the sender</translation>
</message>
<message>
<source>回复各家…</source>
<translation>Reply to senders…</translation>
</message>
<message>
<source>给每家存一份：交来的行现在怎样了，带街道回复；对方导入就看到改了什么</source>
<translation>Save one sheet for each sender: how the rows they handed in stand now, with the street office's reply; when they import it they see what changed</translation>
</message>
<message>
<source>还没有上报或导入过</source>
<translation>Nothing reported or imported yet</translation>
</message>
<message>
<source>每周五把本周台账导出，交给社区。</source>
<translation>Every Friday, export the weekly register and hand it to the community.</translation>
</message>
<message>
<source>导出本周台账</source>
<translation>Export this week</translation>
</message>
<message>
<source>导出 %1 次 · 导入 %2 次 · 回车看这一次做了什么</source>
<translation>%1 exports · %2 imports · Enter shows what was done</translation>
</message>
<message>
<source>没写给谁</source>
<translation>Recipient not stated</translation>
</message>
<message>
<source>上次导出 %1 · %2</source>
<translation>Last export %1 · %2</translation>
</message>
<message>
<source>方向</source>
<translation>Direction</translation>
</message>
<message>
<source>文件</source>
<translation>File</translation>
</message>
<message>
<source>%1 %2 行</source>
<translation>%1 %2 rows</translation>
</message>
<message>
<source>%1
原值：%2
本机%3：%4
来表%5：%6</source>
<translation>%1
Original: %2
This laptop%3: %4
Incoming sheet%5: %6</translation>
</message>
<message>
<source>栏目 原值 本机 来表</source>
<translation>Field, original, this laptop, incoming sheet</translation>
</message>
<message>
<source>栏目 来表 %1</source>
<translation>Field, incoming sheet, %1</translation>
</message>
<message>
<source>导入预览</source>
<translation>Import preview</translation>
</message>
<message>
<source>没有这样的行</source>
<translation>No such rows</translation>
</message>
<message>
<source>换几个字，或清除上面的筛选。</source>
<translation>Try other words, or clear the filter above.</translation>
</message>
<message>
<source>这张表里没有行</source>
<translation>No rows in this sheet</translation>
</message>
<message>
<source>表头下面是空的，没有可以导入的内容。</source>
<translation>There is nothing below the header, so nothing to import.</translation>
</message>
<message>
<source>撤销，这些保留</source>
<translation>Undo, keep these</translation>
</message>
<message>
<source>不撤销</source>
<translation>Do not undo</translation>
</message>
<message>
<source>撤销后有 %1 处会留着</source>
<translation>%1 items will stay after undoing</translation>
</message>
<message>
<source>这条记录没有自己的页面，或者已经不在了</source>
<translation>This record has no page of its own, or no longer exists</translation>
</message>
<message>
<source>已改用来表的“%1”</source>
<translation>Now uses "%1" from the incoming sheet</translation>
</message>
<message>
<source>已改回原来的“%1”</source>
<translation>Changed back to the earlier "%1"</translation>
</message>
<message>
<source>……另有 %1 处</source>
<translation>… and %1 more</translation>
</message>
<message>
<source>“%1”的交表日：%2</source>
<translation>Due day of "%1": %2</translation>
</message>
<message>
<source>存汇总表</source>
<translation>Save combined sheet</translation>
</message>
<message>
<source>已汇总 %1 家 %2 行：%3</source>
<translation>Combined %2 rows from %1 senders: %3</translation>
</message>
<message>
<source>汇总</source>
<translation>Combine</translation>
</message>
<message>
<source>回复存到哪个文件夹</source>
<translation>Folder to save the replies in</translation>
</message>
<message>
<source>已存 %1 份回复，在“%2”里</source>
<translation>Saved %1 replies in "%2"</translation>
</message>
<message>
<source>回复各家</source>
<translation>Reply to senders</translation>
</message>
<message>
<source>先放着</source>
<translation>Put aside</translation>
</message>
<message>
<source>其余栏照收</source>
<translation>Take all other fields</translation>
</message>
<message>
<source>内容后来都变了，请重新选</source>
<translation>all have changed since, please choose again</translation>
</message>
<message>
<source>从头再选</source>
<translation>Start choosing afresh</translation>
</message>
<message>
<source>另有 %1 处的内容后来变了，要重新选</source>
<translation>%1 more have changed since and must be chosen again</translation>
</message>
<message>
<source>读作“%1”</source>
<translation>Read as "%1"</translation>
</message>
<message>
<source>%1 处选择</source>
<translation>%1 choices</translation>
</message>
<message>
<source>和</source>
<translation>and</translation>
</message>
<message>
<source>接着上次的%1</source>
<translation>Continuing from last time: %1</translation>
</message>
<message>
<source>上次选的 %1 处%2</source>
<translation>%1 choices from last time%2</translation>
</message>
<message>
<source>按结果筛选</source>
<translation>Filter by result</translation>
</message>
<message>
<source>表头核对无误</source>
<translation>Header correct</translation>
</message>
<message>
<source>怎么读的</source>
<translation>How it was read</translation>
</message>
<message>
<source>每一栏读成了什么、凭什么，哪些行和工作表没有读</source>
<translation>What each column was read as and why, and which rows and worksheets were not read</translation>
</message>
<message>
<source>花名册</source>
<translation>Roll</translation>
</message>
<message>
<source>谁交了、谁没交，哪些重复、是旧表或别处的</source>
<translation>Who handed in and who did not, and which sheets are duplicates, old or from elsewhere</translation>
</message>
<message>
<source>自动认</source>
<translation>Recognise automatically</translation>
</message>
<message>
<source>换一个表样，或只按栏名读成居民、家庭、走访、诉求；导入后会记住</source>
<translation>Use another form, or read by column names only as residents, households, visits or appeals; remembered after the import</translation>
</message>
<message>
<source>来自</source>
<translation>From</translation>
</message>
<message>
<source>存退回表</source>
<translation>Save returns</translation>
</message>
<message>
<source>把有误和待定的行另存成一张表，错处有批注，交对方改好再导入；收了多个文件时给每家各存一份，读不了、重复、别处的也写明怎么办</source>
<translation>Save rows with errors or doubts as a sheet of their own, with comments on the mistakes, for the sender to correct and import again; with several files one for each sender, which also says what to do about unreadable, repeated or misdirected ones</translation>
</message>
<message>
<source>换一个文件</source>
<translation>Another file</translation>
</message>
<message>
<source>先备份，可整表撤销</source>
<translation>Backed up first; can be undone</translation>
</message>
<message>
<source>存疑行先放下</source>
<translation>Put doubtful aside</translation>
</message>
<message>
<source>全部应用</source>
<translation>Apply all</translation>
</message>
<message>
<source>存退回的表</source>
<translation>Save sheets to return</translation>
</message>
<message>
<source>%1 · %2 张表 %3 行</source>
<translation>%1 · %2 sheets, %3 rows</translation>
</message>
<message>
<source>%1 栏未识别，原样保留</source>
<translation>%1 columns not recognised, kept as they are</translation>
</message>
<message>
<source>认不出的栏目：%1。内容会原样保存在记录里，不会丢。</source>
<translation>Columns not recognised: %1. Their content is kept in the records as it is and will not be lost.</translation>
</message>
<message>
<source>已选定 %1</source>
<translation>Settled %1</translation>
</message>
<message>
<source>默认收起</source>
<translation>Folded</translation>
</message>
<message>
<source>记下选择</source>
<translation>Keep choices</translation>
</message>
<message>
<source>全部应用（%1 行）</source>
<translation>Apply all (%1 rows)</translation>
</message>
<message>
<source>存疑行先放下（%1 行）</source>
<translation>Put doubtful aside (%1)</translation>
</message>
<message>
<source>原样留着</source>
<translation>Kept as it is</translation>
</message>
<message>
<source>每一栏怎么读的</source>
<translation>How each column was read</translation>
</message>
<message>
<source>没有可以说明的栏目</source>
<translation>No columns to explain</translation>
</message>
<message>
<source>没有读的行：%1。</source>
<translation>Rows not read: %1.</translation>
</message>
<message>
<source>工作表“%1”：%2</source>
<translation>Worksheet "%1": %2</translation>
</message>
<message>
<source>工作表“%1”没有读：%2。</source>
<translation>Worksheet "%1" not read: %2.</translation>
</message>
<message>
<source>列</source>
<translation>Column</translation>
</message>
<message>
<source>栏名</source>
<translation>Column name</translation>
</message>
<message>
<source>凭什么</source>
<translation>Why</translation>
</message>
<message>
<source>新交</source>
<translation>Handed in</translation>
</message>
<message>
<source>重复</source>
<translation>Duplicate</translation>
</message>
<message>
<source>旧表</source>
<translation>Old sheet</translation>
</message>
<message>
<source>别处的</source>
<translation>From elsewhere</translation>
</message>
<message>
<source>读不了</source>
<translation>Unreadable</translation>
</message>
<message>
<source>迟交 %1 家</source>
<translation>%1 late</translation>
</message>
<message>
<source>已交 %1 家%2</source>
<translation>%1 handed in%2</translation>
</message>
<message>
<source>未交 %1 家</source>
<translation>%1 missing</translation>
</message>
<message>
<source>逾期 %1 家</source>
<translation>%1 past due</translation>
</message>
<message>
<source>没有并入 %1 份</source>
<translation>%1 sheets not merged in</translation>
</message>
<message>
<source>全部时段</source>
<translation>All periods</translation>
</message>
<message>
<source>上次交的是 %1，%2</source>
<translation>Last handed in: %1, %2</translation>
</message>
<message>
<source>%1；应在 %2 交</source>
<translation>%1; due %2</translation>
</message>
<message>
<source>文件是 %1 的，应在 %2 交</source>
<translation>The file is for %1 and was due %2</translation>
</message>
<message>
<source>交表日</source>
<translation>Due day</translation>
</message>
<message>
<source>%1 交表日</source>
<translation>%1 due day</translation>
</message>
<message>
<source>默认</source>
<translation>Default</translation>
</message>
<message>
<source>“%1”每一期最迟哪一天交；改了就记住，可以撤销。晚于这一天算迟交，还没交的算逾期</source>
<translation>The latest day "%1" is due each period; a change is kept and can be undone. Later counts as late, still missing as past due</translation>
</message>
<message>
<source>报送人</source>
<translation>Sender</translation>
</message>
<message>
<source>情况</source>
<translation>Details</translation>
</message>
<message>
<source>来表位置</source>
<translation>Place in sheet</translation>
</message>
<message>
<source>变动</source>
<translation>Change</translation>
</message>
<message>
<source>Excel 工作簿 (*.xlsx)</source>
<translation>Excel workbook (*.xlsx)</translation>
</message>
<message>
<source>重试</source>
<translation>Try again</translation>
</message>
<message>
<source>换一个位置</source>
<translation>Choose another place</translation>
</message>
<message>
<source>不存了</source>
<translation>Do not save</translation>
</message>
<message>
<source>这个文件正在 WPS 里打开。请先关闭它，再点“重试”。</source>
<translation>This file is open in WPS. Please close it there, then click "Try again".</translation>
</message>
<message>
<source>文件没有存成</source>
<translation>The file was not saved</translation>
</message>
<message>
<source>导出%1</source>
<translation>Export %1</translation>
</message>
<message>
<source>Excel 工作簿 (*%1)</source>
<translation>Excel workbook (*%1)</translation>
</message>
<message>
<source>收表的人打开时要输入它。请另外告诉对方，忘了就打不开。</source>
<translation>Whoever receives the sheet must enter it to open the file. Please tell them separately; if it is forgotten, the file cannot be opened.</translation>
</message>
<message>
<source>已导出 %1 行：%2</source>
<translation>Exported %1 rows: %2</translation>
</message>
<message>
<source>导出 %1</source>
<translation>Export %1</translation>
</message>
<message>
<source>退回_%1.xlsx</source>
<translation>returned_%1.xlsx</translation>
</message>
<message>
<source>退回的表存到哪个文件夹</source>
<translation>Folder for the sheets to return</translation>
</message>
<message>
<source>已存退回表：%1</source>
<translation>Returned sheet saved: %1</translation>
</message>
<message>
<source>已给 %1 家存退回的表，在“%2”里</source>
<translation>Sheets to return saved for %1 senders, in "%2"</translation>
</message>
<message>
<source>清空</source>
<translation>Clear</translation>
</message>
<message>
<source>位户主</source>
<translation>heads of household</translation>
</message>
<message>
<source>位居民</source>
<translation>residents</translation>
</message>
<message>
<source>次走访</source>
<translation>visits</translation>
</message>
<message>
<source>件诉求</source>
<translation>appeals</translation>
</message>
<message>
<source>栋楼</source>
<translation>buildings</translation>
</message>
<message>
<source>份力量</source>
<translation>contacts</translation>
</message>
<message>
<source>力量</source>
<translation>Contact</translation>
</message>
<message>
<source>就是这一户</source>
<translation>This household</translation>
</message>
<message>
<source>就是这一位</source>
<translation>This person</translation>
</message>
<message>
<source>新增为另一户</source>
<translation>Add another household</translation>
</message>
<message>
<source>新增为另一人</source>
<translation>Add another person</translation>
</message>
<message>
<source>同一栏两边都改过，逐栏选一个</source>
<translation>The same field was changed on both sides; choose one for each field</translation>
</message>
<message>
<source>拿不准是哪一户、哪一位，请认一下</source>
<translation>Not sure which household or person it is; please identify it</translation>
</message>
<message>
<source>只挡住出错的那一格，同行其余栏照收</source>
<translation>Only the cell with the error is held back; the other fields of the row are taken</translation>
</message>
<message>
<source>和本机一样，不用写</source>
<translation>Same as on this laptop, nothing to write</translation>
</message>
<message>
<source>新增 %1</source>
<translation>New %1</translation>
</message>
<message>
<source>更新 %1</source>
<translation>Updated %1</translation>
</message>
<message>
<source>已选定的冲突 %1</source>
<translation>Settled conflicts %1</translation>
</message>
<message>
<source>存疑行里没问题的栏 %1</source>
<translation>Sound fields of doubtful rows %1</translation>
</message>
<message>
<source>另有 %1 行存疑，还没处理</source>
<translation>%1 more doubtful rows not decided yet</translation>
</message>
<message>
<source>%1 行先放着</source>
<translation>%1 rows put aside</translation>
</message>
<message>
<source>写入 %1 行 = %2</source>
<translation>Write %1 rows = %2</translation>
</message>
<message>
<source>%1 第 %2 行</source>
<translation>%1 row %2</translation>
</message>
<message>
<source>共 %1 处</source>
<translation>%1 in all</translation>
</message>
<message>
<source>新增%1</source>
<translation>New %1</translation>
</message>
<message>
<source>%1 两边不同</source>
<translation>%1: the two sides differ</translation>
</message>
<message>
<source>整行</source>
<translation>Whole row</translation>
</message>
<message>
<source>记录编号不算，按内容认</source>
<translation>Ignore the record number, match by content</translation>
</message>
<message>
<source>已认定　%1</source>
<translation>Identified  %1</translation>
</message>
<message>
<source>没有往来过</source>
<translation>Never exchanged</translation>
</message>
<message>
<source>%1年</source>
<translation>%1</translation>
</message>
<message>
<source>录</source>
<translation>Entered</translation>
</message>
<message>
<source>就是这一条</source>
<translation>This record</translation>
</message>
<message>
<source>按内容认</source>
<translation>Match by content</translation>
</message>
<message>
<source>新增为另一条</source>
<translation>Add another record</translation>
</message>
<message>
<source>还有 %1 栏要选</source>
<translation>%1 fields still to choose</translation>
</message>
<message>
<source>%1 栏先放着</source>
<translation>%1 fields put aside</translation>
</message>
<message>
<source>%1 栏已选定</source>
<translation>%1 fields settled</translation>
</message>
<message>
<source>用本机</source>
<translation>Use this laptop</translation>
</message>
<message>
<source>用来表</source>
<translation>Use incoming</translation>
</message>
<message>
<source>不放了</source>
<translation>Take up again</translation>
</message>
<message>
<source>%1 栏都用本机</source>
<translation>Use all %1</translation>
</message>
<message>
<source>%1 栏都用来表</source>
<translation>Use all %1</translation>
</message>
<message>
<source>没选的都用来表</source>
<translation>Incoming for the rest</translation>
</message>
<message>
<source>没选的都用本机</source>
<translation>This laptop for the rest</translation>
</message>
<message>
<source>接着处理</source>
<translation>Carry on</translation>
</message>
<message>
<source>改回</source>
<translation>Change back</translation>
</message>
<message>
<source>改回待定</source>
<translation>Back to doubtful</translation>
</message>
<message>
<source>一户一档</source>
<translation>Household file</translation>
</message>
<message>
<source>上一户 下一户</source>
<translation>Previous household, next household</translation>
</message>
<message>
<source>显示号码</source>
<translation>Show numbers</translation>
</message>
<message>
<source>粘贴照片</source>
<translation>Paste a photo</translation>
</message>
<message>
<source>改信息</source>
<translation>Edit details</translation>
</message>
<message>
<source>修改 %1 的信息</source>
<translation>Edit details of %1</translation>
</message>
<message>
<source>标签</source>
<translation>Tags</translation>
</message>
<message>
<source>改标签 %1</source>
<translation>Edit tags: %1</translation>
</message>
<message>
<source>已保存标签</source>
<translation>Tags saved</translation>
</message>
<message>
<source>在住</source>
<translation>Living here</translation>
</message>
<message>
<source>添成员 %1</source>
<translation>Add member: %1</translation>
</message>
<message>
<source>添成员</source>
<translation>Add member</translation>
</message>
<message>
<source>已添成员</source>
<translation>Member added</translation>
</message>
<message>
<source>照片和文件 (%1)</source>
<translation>Photos and files (%1)</translation>
</message>
<message>
<source>照片 (%1)</source>
<translation>Photos (%1)</translation>
</message>
<message>
<source>每个文件最多 %1 MB，全账本共 %2 MB；存在加密的账本里，不随表上报</source>
<translation>Up to %1 MB per file, %2 MB in the whole book; kept in the encrypted book, not sent with reports</translation>
</message>
<message>
<source>把照片或文件拖到这里，或按 Ctrl+V 粘贴。每个最多 %1 MB。</source>
<translation>Drop photos or files here, or paste (Ctrl+V). Up to %1 MB each.</translation>
</message>
<message>
<source>附件</source>
<translation>Attachments</translation>
</message>
<message>
<source>添附件</source>
<translation>Add attachment</translation>
</message>
<message>
<source>选照片或文件；也可以拖到这里，或按 Ctrl+V 粘贴。%1</source>
<translation>Choose photos or files; you can also drag them here or press Ctrl+V to paste. %1</translation>
</message>
<message>
<source>把选中的附件存到别处；存出去的文件没有加密</source>
<translation>Save the selected attachment elsewhere; the saved file is not encrypted</translation>
</message>
<message>
<source>删除选中的附件，可以撤销（Delete）</source>
<translation>Delete the selected attachment; this can be undone (Delete)</translation>
</message>
<message>
<source>读取图片</source>
<translation>Reading picture</translation>
</message>
<message>
<source>剪贴板里没有图片，也没有文件</source>
<translation>There is no picture or file on the clipboard</translation>
</message>
<message>
<source>读取附件</source>
<translation>Reading attachments</translation>
</message>
<message>
<source>等 %1 张</source>
<translation>and others, %1 in all</translation>
</message>
<message>
<source>照片超过 %1 MB，要缩小后存进来吗？</source>
<translation>The photos are larger than %1 MB. Scale them down and save them?</translation>
</message>
<message>
<source>%1太大。缩小后仍然看得清，原来的文件不会动。</source>
<translation>%1: too large. They stay clear when scaled down, and the original files are not touched.</translation>
</message>
<message>
<source>缩小后存入</source>
<translation>Scale down and save</translation>
</message>
<message>
<source>不存这些</source>
<translation>Do not save these</translation>
</message>
<message>
<source>缩小照片</source>
<translation>Scaling down photos</translation>
</message>
<message>
<source>这些附件已经有了，没有再存</source>
<translation>These attachments are already here and were not saved again</translation>
</message>
<message>
<source>已添附件 %1 个</source>
<translation>Added %1 attachments</translation>
</message>
<message>
<source>另存附件</source>
<translation>Save attachment as</translation>
</message>
<message>
<source>已另存 %1，这个文件没有加密</source>
<translation>Saved %1; this file is not encrypted</translation>
</message>
<message>
<source>已删除附件 %1</source>
<translation>Deleted attachment %1</translation>
</message>
<message>
<source>看大图</source>
<translation>View large</translation>
</message>
<message>
<source>街道表里的其他栏</source>
<translation>Other columns of the street office's sheet</translation>
</message>
<message>
<source>原样保留，导出时写回</source>
<translation>Kept as they are, written back on export</translation>
</message>
<message>
<source>网格</source>
<translation>Grid</translation>
</message>
<message>
<source>网格员 %1</source>
<translation>Grid worker %1</translation>
</message>
<message>
<source>回到家庭表（Esc）</source>
<translation>Back to the list of households (Esc)</translation>
</message>
<message>
<source>给这一户加标签或去掉标签</source>
<translation>Add tags to this household or remove them</translation>
</message>
<message>
<source>合并到另一户、改动历史、添附件</source>
<translation>Merge into another household, change log, add attachment</translation>
</message>
<message>
<source>改这一户的门牌、网格、房屋和情况</source>
<translation>Edit this household's door, grid, housing and situation</translation>
</message>
<message>
<source>常住 %1 人</source>
<translation>%1 living here</translation>
</message>
<message>
<source>合并到另一户…</source>
<translation>Merge into another household…</translation>
</message>
<message>
<source>改动历史…</source>
<translation>Change log…</translation>
</message>
<message>
<source>添附件…</source>
<translation>Add attachment…</translation>
</message>
<message>
<source>改标签…</source>
<translation>Edit tags…</translation>
</message>
<message>
<source>打印走访表…</source>
<translation>Print visit sheet…</translation>
</message>
<message>
<source>%1　%2走访</source>
<translation>%1  visit of %2</translation>
</message>
<message>
<source>同一户</source>
<translation>the same household</translation>
</message>
<message>
<source>同一人</source>
<translation>the same person</translation>
</message>
<message>
<source>另有 %1 处</source>
<translation>%1 more</translation>
</message>
<message>
<source>可能是%1：%2（%3）%4</source>
<translation>Perhaps %1: %2 (%3)%4</translation>
</message>
<message>
<source>谁把什么改成了什么，可以改回原来的值（Ctrl+H）</source>
<translation>Who changed what into what; values can be changed back (Ctrl+H)</translation>
</message>
<message>
<source>还没有往来</source>
<translation>Nothing has passed yet</translation>
</message>
<message>
<source>走访、诉求和变更按时间排在这里。</source>
<translation>Visits, appeals and changes stand here in the order of time.</translation>
</message>
<message>
<source>展开</source>
<translation>Show all</translation>
</message>
<message>
<source>共 %1 条</source>
<translation>%1 in all</translation>
</message>
<message>
<source>更早还有 %1 条</source>
<translation>%1 earlier entries</translation>
</message>
<message>
<source>收起</source>
<translation>Show less</translation>
</message>
<message>
<source>收起往来记录</source>
<translation>Show less history</translation>
</message>
<message>
<source>展开往来记录</source>
<translation>Show all history</translation>
</message>
<message>
<source>变更</source>
<translation>Changes</translation>
</message>
<message>
<source>家庭成员</source>
<translation>Household members</translation>
</message>
<message>
<source>证件与电话默认遮掩，查看会留痕</source>
<translation>ID and phone numbers are masked; looking at them is recorded</translation>
</message>
<message>
<source>合并成员…</source>
<translation>Merge members…</translation>
</message>
<message>
<source>同一个人登记了两次：并到另一条</source>
<translation>The same person was registered twice: merge into the other record</translation>
</message>
<message>
<source>给这一户登记一个人</source>
<translation>Register a person in this household</translation>
</message>
<message>
<source>还没有家庭成员</source>
<translation>No household members yet</translation>
</message>
<message>
<source>点“添成员”，先登记户主。</source>
<translation>Click "Add member" and register the head of household first.</translation>
</message>
<message>
<source>遮住号码</source>
<translation>Mask numbers</translation>
</message>
<message>
<source>选中的人</source>
<translation>The selected person</translation>
</message>
<message>
<source>显示%1的证件和电话一分钟；谁看过会留痕（%2）</source>
<translation>Show %1's ID and phone numbers for one minute; who looked is recorded (%2)</translation>
</message>
<message>
<source>改这个人的信息</source>
<translation>Edit this person's details</translation>
</message>
<message>
<source>本户诉求</source>
<translation>Appeals of this household</translation>
</message>
<message>
<source>没有诉求</source>
<translation>No appeals</translation>
</message>
<message>
<source>按 Ctrl+J 登记。</source>
<translation>Press Ctrl+J to register one.</translation>
</message>
<message>
<source>未结</source>
<translation>Open</translation>
</message>
<message>
<source>另有 %1 件已办结</source>
<translation>%1 more closed</translation>
</message>
<message>
<source>姓名</source>
<translation>Name</translation>
</message>
<message>
<source>关系</source>
<translation>Relation</translation>
</message>
<message>
<source>性别</source>
<translation>Sex</translation>
</message>
<message>
<source>年龄</source>
<translation>Age</translation>
</message>
<message>
<source>备注</source>
<translation>Notes</translation>
</message>
<message>
<source>还剩 %1 天</source>
<translation>%1 days left</translation>
</message>
<message>
<source>事项</source>
<translation>Matter</translation>
</message>
<message>
<source>承办</source>
<translation>Handled by</translation>
</message>
<message>
<source>网格员</source>
<translation>Grid worker</translation>
</message>
<message>
<source>%1 年</source>
<translation>%1</translation>
</message>
<message>
<source>见到%1。</source>
<translation>Met %1.</translation>
</message>
<message>
<source>讲了%1。</source>
<translation>Told them about %1.</translation>
</message>
<message>
<source>走访 · %1</source>
<translation>Visit · %1</translation>
</message>
<message>
<source>诉求办结</source>
<translation>Appeal closed</translation>
</message>
<message>
<source>信息变更</source>
<translation>Details changed</translation>
</message>
<message>
<source>删除走访</source>
<translation>Visit removed</translation>
</message>
<message>
<source>删除附件</source>
<translation>Delete attachment</translation>
</message>
<message>
<source>查看号码</source>
<translation>Look at numbers</translation>
</message>
<message>
<source>其他栏</source>
<translation>Other fields</translation>
</message>
<message>
<source>没有采用另一个号码</source>
<translation>other number not used</translation>
</message>
<message>
<source>已更正</source>
<translation>corrected</translation>
</message>
<message>
<source>%1 没有采用“%2”，仍是 %3</source>
<translation>%1: "%2" not used, still %3</translation>
</message>
<message>
<source>在表里找</source>
<translation>Find in the table</translation>
</message>
<message>
<source>显示电话</source>
<translation>Show phone numbers</translation>
</message>
<message>
<source>导出表格</source>
<translation>Export table</translation>
</message>
<message>
<source>把现在列出的这些户、这些列，按这个顺序存成 Excel 工作簿（Ctrl+E）</source>
<translation>Save the households and columns now listed, in this order, as an Excel workbook (Ctrl+E)</translation>
</message>
<message>
<source>显示选中这一户的全部数字一分钟；查看会留痕（%1）</source>
<translation>Show the full numbers of the selected household for one minute; looking is recorded (%1)</translation>
</message>
<message>
<source>选列…</source>
<translation>Choose columns…</translation>
</message>
<message>
<source>选表里要哪些列、什么顺序；在表头上点右键也可以（Ctrl+T）</source>
<translation>Choose which columns the table has and in what order; right-clicking the table header also works (Ctrl+T)</translation>
</message>
<message>
<source>复制</source>
<translation>Copy</translation>
</message>
<message>
<source>复制选中的行，可以贴到 WPS 表格里；没有选行时复制列出的全部（Ctrl+C）</source>
<translation>Copy the selected rows to paste into WPS Spreadsheets; with no rows selected, all that are listed (Ctrl+C)</translation>
</message>
<message>
<source>%1 户 · %2 人</source>
<translation>%1 households · %2 people</translation>
</message>
<message>
<source>共 %1 户</source>
<translation>%1 households in all</translation>
</message>
<message>
<source>筛选出 %1 户，共 %2 户</source>
<translation>%1 households found, of %2</translation>
</message>
<message>
<source>可以从旧台账导入，也可以一户一户登记。</source>
<translation>Import an old register, or register households one by one.</translation>
</message>
<message>
<source>一户一户登记</source>
<translation>Register one by one</translation>
</message>
<message>
<source>换成拼音首字母再试，或清除筛选。</source>
<translation>Try pinyin initials, or clear the filter.</translation>
</message>
<message>
<source>没有符合的家庭</source>
<translation>No matching households</translation>
</message>
<message>
<source>已登记住户</source>
<translation>Households registered</translation>
</message>
<message>
<source>只看一栋</source>
<translation>Only one building</translation>
</message>
<message>
<source>只看一个网格</source>
<translation>Only one grid</translation>
</message>
<message>
<source>只看有这一类重点人群的家庭</source>
<translation>Only households with this care group</translation>
</message>
<message>
<source>在表里找：姓名、门牌、电话</source>
<translation>Name, door, phone</translation>
</message>
<message>
<source>在表里找：姓名、拼音、门牌、电话（Ctrl+F）</source>
<translation>Find in the table: name, pinyin, door, phone (Ctrl+F)</translation>
</message>
<message>
<source>找“%1”</source>
<translation>Find "%1"</translation>
</message>
<message>
<source>该走访</source>
<translation>Visit due</translation>
</message>
<message>
<source>从未</source>
<translation>Never</translation>
</message>
<message>
<source>有诉求</source>
<translation>With appeals</translation>
</message>
<message>
<source>出租</source>
<translation>Let</translation>
</message>
<message>
<source>空置</source>
<translation>Vacant</translation>
</message>
<message>
<source>家庭基本情况</source>
<translation>Household situation</translation>
</message>
<message>
<source>人户状态</source>
<translation>Residence status</translation>
</message>
<message>
<source>家庭类型</source>
<translation>Family type</translation>
</message>
<message>
<source>关注程度</source>
<translation>Attention level</translation>
</message>
<message>
<source>面积</source>
<translation>Floor area</translation>
</message>
<message>
<source>户主证件</source>
<translation>Head's ID</translation>
</message>
<message>
<source>上次结果</source>
<translation>Last result</translation>
</message>
<message>
<source>走访次数</source>
<translation>Visits</translation>
</message>
<message>
<source>诉求件数</source>
<translation>Appeals</translation>
</message>
<message>
<source>点一下按这一列排序，再点一下倒过来；右键选列</source>
<translation>Click to sort by this column, click again to reverse; right-click to choose columns</translation>
</message>
<message>
<source>选列和顺序…</source>
<translation>Columns and order…</translation>
</message>
<message>
<source>已复制 %1 户，可以贴到 WPS 表格里</source>
<translation>Copied %1 households; you can paste them into WPS Spreadsheets</translation>
</message>
<message>
<source>表里没有户，没有可以导出的</source>
<translation>There are no households in the table, so nothing to export</translation>
</message>
<message>
<source>家庭_%1.xlsx</source>
<translation>households_%1.xlsx</translation>
</message>
<message>
<source>已导出 %1 户：%2</source>
<translation>Exported %1 households: %2</translation>
</message>
<message>
<source>按%1排序</source>
<translation>Sorted by %1</translation>
</message>
<message>
<source>按门牌排序</source>
<translation>Sorted by door</translation>
</message>
<message>
<source>全部家庭</source>
<translation>All households</translation>
</message>
<message>
<source>%1 户</source>
<translation>%1 households</translation>
</message>
<message>
<source>%1 导出</source>
<translation>Exported %1</translation>
</message>
<message>
<source>号码遮掩</source>
<translation>Numbers masked</translation>
</message>
<message>
<source>只负责一个小区时填</source>
<translation>Only for a single estate</translation>
</message>
<message>
<source>印在上报表的表头</source>
<translation>Printed in the header of reports</translation>
</message>
<message>
<source>一周从</source>
<translation>Week starts on</translation>
</message>
<message>
<source>字号</source>
<translation>Text size</translation>
</message>
<message>
<source>标准</source>
<translation>Standard</translation>
</message>
<message>
<source>大</source>
<translation>Large</translation>
</message>
<message>
<source>特大</source>
<translation>Extra large</translation>
</message>
<message>
<source>颜色</source>
<translation>Colours</translation>
</message>
<message>
<source>跟随系统</source>
<translation>Follow the system</translation>
</message>
<message>
<source>加深文字</source>
<translation>Darker text</translation>
</message>
<message>
<source>白底黑字</source>
<translation>Black on white</translation>
</message>
<message>
<source>黑底白字</source>
<translation>White on black</translation>
</message>
<message>
<source>语言</source>
<translation>Language</translation>
</message>
<message>
<source>中文</source>
<translation>Chinese</translation>
</message>
<message>
<source>自动锁定</source>
<translation>Lock automatically</translation>
</message>
<message>
<source>%1 分钟</source>
<translation>%1 minutes</translation>
</message>
<message>
<source>不锁</source>
<translation>Never</translation>
</message>
<message>
<source>这项设置没有存下来：存设置的文件夹写不进去，可能是磁盘满了或写保护。设置没有改；账本不受影响。</source>
<translation>This setting was not kept: its folder cannot be written; the disk may be full or write-protected. The setting is as it was; the book is not affected.</translation>
</message>
<message>
<source>下次打开程序时换成新的字号、颜色和语言。</source>
<translation>The new text size, colours and language apply the next time the program is opened.</translation>
</message>
<message>
<source>把这些写进账本，印在以后的表上</source>
<translation>Write these into the book; they are printed on sheets from now on</translation>
</message>
<message>
<source>这本账本</source>
<translation>This book</translation>
</message>
<message>
<source>印在上报表和走访表上</source>
<translation>Printed on reports and visit sheets</translation>
</message>
<message>
<source>窗口</source>
<translation>Window</translation>
</message>
<message>
<source>改动马上保存</source>
<translation>Changes are saved at once</translation>
</message>
<message>
<source>在账本旁边写一份加密的备份，留最近 14 份</source>
<translation>Writes an encrypted backup next to the book; the last 14 are kept</translation>
</message>
<message>
<source>例如 U 盘；备份和账本用同一个密码</source>
<translation>For example a USB stick; the backup has the same password as the book</translation>
</message>
<message>
<source>离开电脑一会儿，窗口自己锁上，要输密码才能接着看。</source>
<translation>When you leave the computer for a while, the window locks itself and asks for the password before you can go on.</translation>
</message>
<message>
<source>安全</source>
<translation>Security</translation>
</message>
<message>
<source>民情账本 %1。数据只存在这台电脑的账本文件里，加密，不联网。</source>
<translation>Community Book %1. The data is kept only in the book file on this computer, encrypted and offline.</translation>
</message>
<message>
<source>关于</source>
<translation>About</translation>
</message>
<message>
<source>还没有备份过</source>
<translation>No backup yet</translation>
</message>
<message>
<source>最近一次备份：%1</source>
<translation>Last backup: %1</translation>
</message>
<message>
<source>已保存账本的资料</source>
<translation>Book details saved</translation>
</message>
<message>
<source>导出工作簿</source>
<translation>Export workbook</translation>
</message>
<message>
<source>打印一页报告</source>
<translation>Print one-page report</translation>
</message>
<message>
<source>前一段、后一段</source>
<translation>Previous period, next period</translation>
</message>
<message>
<source>数据还不够画图</source>
<translation>Not enough data for charts yet</translation>
</message>
<message>
<source>记满 5 条走访后，这里会出现统计。</source>
<translation>Statistics appear here once 5 visits are recorded.</translation>
</message>
<message>
<source>已导出 %1</source>
<translation>Exported %1</translation>
</message>
<message>
<source>导出统计工作簿</source>
<translation>Export statistics workbook</translation>
</message>
<message>
<source>已复制图片：%1</source>
<translation>Picture copied: %1</translation>
</message>
<message>
<source>本季</source>
<translation>This quarter</translation>
</message>
<message>
<source>本年</source>
<translation>This year</translation>
</message>
<message>
<source>整页</source>
<translation>Whole page</translation>
</message>
<message>
<source>各栋覆盖</source>
<translation>Building coverage</translation>
</message>
<message>
<source>诉求新增与办结</source>
<translation>Appeals, new and closed</translation>
</message>
<message>
<source>类别排序</source>
<translation>By category</translation>
</message>
<message>
<source>看多长时间</source>
<translation>Length of the period</translation>
</message>
<message>
<source>看多长时间，左右键切换</source>
<translation>Length of the period; left and right keys switch</translation>
</message>
<message>
<source>前一段时间（PgUp）</source>
<translation>Previous period (PgUp)</translation>
</message>
<message>
<source>自己定从哪天到哪天</source>
<translation>Choose your own first and last day</translation>
</message>
<message>
<source>后一段时间（PgDown）</source>
<translation>Next period (PgDown)</translation>
</message>
<message>
<source>统计的时间 %1</source>
<translation>Period of the statistics: %1</translation>
</message>
<message>
<source>口径</source>
<translation>Definitions</translation>
</message>
<message>
<source>每周从哪天开始、怎样算覆盖、办结和满意，都可以改</source>
<translation>Which day the week starts on, and what counts as covered, closed and satisfied; all can be changed</translation>
</message>
<message>
<source>%1，箭头比%2</source>
<translation>%1, arrows compare with %2</translation>
</message>
<message>
<source>存成 Excel 文件，带可以再改的图表（Ctrl+E）</source>
<translation>Save as an Excel file with charts that can still be edited (Ctrl+E)</translation>
</message>
<message>
<source>一页报告 PDF</source>
<translation>One-page report PDF</translation>
</message>
<message>
<source>先看排好的一页，再存为 PDF 或打印（Ctrl+P）</source>
<translation>See the finished page first, then save it as PDF or print it (Ctrl+P)</translation>
</message>
<message>
<source>复制图片</source>
<translation>Copy picture</translation>
</message>
<message>
<source>复制整页或一张图，可以粘到微信、WPS 里（在图上按 Ctrl+C 复制那一张）</source>
<translation>Copy the whole page or one chart to paste into WeChat or WPS (Ctrl+C on a chart copies that one)</translation>
</message>
<message>
<source>本周覆盖</source>
<translation>Coverage</translation>
</message>
<message>
<source>本月覆盖</source>
<translation>Coverage</translation>
</message>
<message>
<source>本季覆盖</source>
<translation>Coverage</translation>
</message>
<message>
<source>本年覆盖</source>
<translation>Coverage</translation>
</message>
<message>
<source>见过面</source>
<translation>Met</translation>
</message>
<message>
<source>以前见过</source>
<translation>Met before</translation>
</message>
<message>
<source>未见到面</source>
<translation>Not met</translation>
</message>
<message>
<source>条长按户数画</source>
<translation>Bar length: households</translation>
</message>
<message>
<source>列出这些户</source>
<translation>List these households</translation>
</message>
<message>
<source>到“家庭”里看从未走访的户</source>
<translation>See the never visited households in "Households"</translation>
</message>
<message>
<source>%1见过面</source>
<translation>Met %1</translation>
</message>
<message>
<source>%1走访过</source>
<translation>Visited %1</translation>
</message>
<message>
<source>从未走访共 %1 户%2</source>
<translation>Never visited: %1 households%2</translation>
</message>
<message>
<source>在册的户都走访过了</source>
<translation>All households on record have been visited</translation>
</message>
<message>
<source>%1 %2 %3 户，点开看是哪些户</source>
<translation>%1 %2: %3 households, click to see which</translation>
</message>
<message>
<source>近 12 周</source>
<translation>Last 12 weeks</translation>
</message>
<message>
<source>件 / 周</source>
<translation>appeals / week</translation>
</message>
<message>
<source>按周</source>
<translation>By week</translation>
</message>
<message>
<source>按月</source>
<translation>By month</translation>
</message>
<message>
<source>按周还是按月</source>
<translation>By week or by month</translation>
</message>
<message>
<source>按周或按月看，左右键切换</source>
<translation>View by week or by month; left and right keys switch</translation>
</message>
<message>
<source>办结 %1</source>
<translation>Closed %1</translation>
</message>
<message>
<source>月</source>
<translation>month</translation>
</message>
<message>
<source>近 %1 周</source>
<translation>Last %1 weeks</translation>
</message>
<message>
<source>近 %1 个月</source>
<translation>Last %1 months</translation>
</message>
<message>
<source>件 / %1</source>
<translation>appeals / %1</translation>
</message>
<message>
<source>%1新增或办结</source>
<translation>%1: new or closed</translation>
</message>
<message>
<source>%1至%2</source>
<translation>%1 to %2</translation>
</message>
<message>
<source>%1（%2）新增 %3 件，办结 %4 件</source>
<translation>%1 (%2): %3 new, %4 closed</translation>
</message>
<message>
<source>件数</source>
<translation>Count</translation>
</message>
<message>
<source>累计占比</source>
<translation>Cumulative share</translation>
</message>
<message>
<source>诉求类别排序</source>
<translation>Appeal categories ranked</translation>
</message>
<message>
<source>这段时间没有登记诉求</source>
<translation>No appeals were registered in this period</translation>
</message>
<message>
<source>%1 %2 件，按主类别</source>
<translation>%1: %2 appeals, by main category</translation>
</message>
<message>
<source>%1 %2 件，累计 %3</source>
<translation>%1: %2 appeals, cumulative %3</translation>
</message>
<message>
<source>前 %1 类占 %2</source>
<translation>Top %1 categories: %2</translation>
</message>
<message>
<source>打印今日路线</source>
<translation>Print today's route</translation>
</message>
<message>
<source>把今天要上门的户按门牌顺序排成一张清单（Ctrl+P）</source>
<translation>A list of the households to call on today, in the order of their doors (Ctrl+P)</translation>
</message>
<message>
<source>待办清单</source>
<translation>To-do list</translation>
</message>
<message>
<source>间隔与目标…</source>
<translation>Intervals and targets…</translation>
</message>
<message>
<source>各类人群多少天见一面、每周走访多少户，都在这里改</source>
<translation>How often each group is to be met and how many households to visit a week are changed here</translation>
</message>
<message>
<source>按</source>
<translation>By</translation>
</message>
<message>
<source>按紧急程度分组，或按门牌顺序走一圈</source>
<translation>Grouped by urgency, or one round in the order of doors</translation>
</message>
<message>
<source>今天没有到期的事</source>
<translation>Nothing is due today</translation>
</message>
<message>
<source>可以从还没见过面的家庭里挑几户。</source>
<translation>You can pick a few households that have not been met yet.</translation>
</message>
<message>
<source>看未走访家庭</source>
<translation>See households not visited</translation>
</message>
<message>
<source>这一件已经不在账本里，清单已更新</source>
<translation>This one is no longer in the book; the list is up to date again</translation>
</message>
<message>
<source>本周走访</source>
<translation>Visits this week</translation>
</message>
<message>
<source>最长超 %1 天</source>
<translation>Up to %1 days overdue</translation>
</message>
<message>
<source>升</source>
<translation>up</translation>
</message>
<message>
<source>降</source>
<translation>down</translation>
</message>
<message>
<source>比一周前%1 %2</source>
<translation>%1 %2 on a week ago</translation>
</message>
<message>
<source>户 / 天</source>
<translation>households / day</translation>
</message>
<message>
<source>本周每天走访的户数</source>
<translation>Households visited each day this week</translation>
</message>
<message>
<source>高频诉求</source>
<translation>Frequent appeals</translation>
</message>
<message>
<source>近 %1 天 · 件</source>
<translation>Last %1 days · appeals</translation>
</message>
<message>
<source>近 30 天登记最多的诉求类别</source>
<translation>The appeal categories registered most in the last 30 days</translation>
</message>
<message>
<source>近 30 天走访和诉求里提到最多的词</source>
<translation>The words mentioned most in visits and appeals of the last 30 days</translation>
</message>
<message>
<source>走访和诉求里常提到</source>
<translation>Often mentioned</translation>
</message>
<message>
<source>近 30 天的走访记录和诉求里，提到每个词的有几条；人名、地名不算</source>
<translation>How many visit records and appeals of the last 30 days mention each word; names of people and places do not count</translation>
</message>
<message>
<source>近 30 天没有登记诉求。</source>
<translation>No appeals were registered in the last 30 days.</translation>
</message>
<message>
<source>件</source>
<translation>appeals</translation>
</message>
<message>
<source>待上报</source>
<translation>To report</translation>
</message>
<message>
<source>到“交换”，把本周台账导出来交给街道（Ctrl+E）</source>
<translation>Go to "Exchange" and export the weekly register for the street office (Ctrl+E)</translation>
</message>
<message>
<source>紧急程度</source>
<translation>Urgency</translation>
</message>
<message>
<source>门牌顺序</source>
<translation>Order of doors</translation>
</message>
<message>
<source>其余 %1 项</source>
<translation>%1 more items</translation>
</message>
<message>
<source>办结后 %1 日内回访</source>
<translation>Call-back within %1 days of closing</translation>
</message>
<message>
<source>请先向住户说明进展</source>
<translation>Please tell the residents about progress first</translation>
</message>
<message>
<source>重点人群各按间隔见一面</source>
<translation>Meet each care group once per interval</translation>
</message>
<message>
<source>换个时段再敲一次</source>
<translation>Knock again at another time of day</translation>
</message>
<message>
<source>登记后 %1 日内上门</source>
<translation>Visit within %1 days of registering</translation>
</message>
<message>
<source>每 %1 天报一次</source>
<translation>Report every %1 days</translation>
</message>
<message>
<source>去导出</source>
<translation>Export</translation>
</message>
<message>
<source>看诉求</source>
<translation>See appeal</translation>
</message>
<message>
<source>记回访</source>
<translation>Record call-back</translation>
</message>
<message>
<source>%1前</source>
<translation>before %1</translation>
</message>
<message>
<source>%1 · 第 %2 周</source>
<translation>%1 · week %2</translation>
</message>
<message>
<source>/ 目标 %1 户</source>
<translation>/ target %1</translation>
</message>
<message>
<source>还差 %1 户</source>
<translation>%1 to go</translation>
</message>
<message>
<source>已达目标</source>
<translation>Target met</translation>
</message>
<message>
<source>本周去过的户数，没见到人的也算；其中见到人 %1 户</source>
<translation>Households called on this week, including those where nobody was met; somebody was met in %1</translation>
</message>
<message>
<source>新增诉求</source>
<translation>New appeals</translation>
</message>
<message>
<source>上周 %1 件</source>
<translation>Last week %1</translation>
</message>
<message>
<source>本周登记的诉求</source>
<translation>Appeals registered this week</translation>
</message>
<message>
<source>%1 / %2 件</source>
<translation>%1 / %2 appeals</translation>
</message>
<message>
<source>近 %1 天登记的诉求里已经办结的；目标 %2%，箭头是和一周前比</source>
<translation>Share of the appeals registered in the last %1 days that are closed; target %2%, the arrow compares with a week ago</translation>
</message>
<message>
<source>超期诉求</source>
<translation>Overdue appeals</translation>
</message>
<message>
<source>过了办理期限还没办结的%1</source>
<translation>Past the deadline and not closed yet%1</translation>
</message>
<message>
<source>%1 个点</source>
<translation>%1 points</translation>
</message>
<message>
<source>持平</source>
<translation>Same</translation>
</message>
<message>
<source>%1 %2：走访 %3 户</source>
<translation>%1 %2: %3 households visited</translation>
</message>
<message>
<source>%1：近 %2 天 %3 件</source>
<translation>%1: %3 appeals in the last %2 days</translation>
</message>
<message>
<source>还没有上报过</source>
<translation>Not reported yet</translation>
</message>
<message>
<source>今天已上报</source>
<translation>Reported today</translation>
</message>
<message>
<source>没有新的走访和诉求要报</source>
<translation>Nothing new to report</translation>
</message>
<message>
<source>已记走访 %1 次、诉求 %2 件</source>
<translation>Recorded: %1 visits, %2 appeals</translation>
</message>
<message>
<source>其间走访 %1 次、诉求 %2 件</source>
<translation>Since: %1 visits, %2 appeals</translation>
</message>
<message>
<source>走访详情</source>
<translation>Visit details</translation>
</message>
<message>
<source>在左边选中一条，这里就显示。</source>
<translation>Select one at the left and it is shown here.</translation>
</message>
<message>
<source>门牌未填</source>
<translation>Door not filled in</translation>
</message>
<message>
<source>删除这次走访</source>
<translation>Remove this visit</translation>
</message>
<message>
<source>删除这次走访，登记的诉求留着；可以撤销，以后也能从改动历史恢复（Delete）</source>
<translation>Removes this visit, its appeals stay; can be undone, and brought back later from the history of changes (Delete)</translation>
</message>
<message>
<source>走访人</source>
<translation>Visitors</translation>
</message>
<message>
<source>见到谁</source>
<translation>People met</translation>
</message>
<message>
<source>目的</source>
<translation>Purpose</translation>
</message>
<message>
<source>存在问题</source>
<translation>Problems found</translation>
</message>
<message>
<source>处理措施</source>
<translation>Measures taken</translation>
</message>
<message>
<source>没有记下内容</source>
<translation>Nothing noted</translation>
</message>
<message>
<source>登记的诉求　%1 件</source>
<translation>Appeals registered  %1</translation>
</message>
<message>
<source>打开诉求“%1”</source>
<translation>Open appeal "%1"</translation>
</message>
<message>
<source>到“诉求”页看办理过程</source>
<translation>See its handling on the "Appeals" page</translation>
</message>
<message>
<source>改记录</source>
<translation>Edit visit</translation>
</message>
<message>
<source>再记一次</source>
<translation>New visit</translation>
</message>
<message>
<source>给这一户再记一次走访</source>
<translation>Record another visit to this household</translation>
</message>
<message>
<source>看这一户的档案</source>
<translation>See this household's file</translation>
</message>
<message>
<source>%1 的走访</source>
<translation>Visits to %1</translation>
</message>
<message>
<source>没有这样的走访</source>
<translation>No such visits</translation>
</message>
<message>
<source>换一个结果或清除筛选。</source>
<translation>Choose another result or clear the filter.</translation>
</message>
<message>
<source>%1还没有走访记录</source>
<translation>%1: no visits recorded yet</translation>
</message>
<message>
<source>敲开一扇门，回来记一条。</source>
<translation>Knock on a door, then come back and record it.</translation>
</message>
<message>
<source>%1 %2 次 · 见面 %3 次 · 诉求 %4 件</source>
<translation>%1: %2 visits · %3 met · %4 appeals</translation>
</message>
<message>
<source>在表里找：门牌、姓名、说过的话</source>
<translation>Door, name, words</translation>
</message>
<message>
<source>门牌、姓名、拼音首字母，或记录里的字（Ctrl+F）</source>
<translation>Door, name, pinyin initials, or words in the record (Ctrl+F)</translation>
</message>
<message>
<source>复制选中的几行；只选一行时复制列出的全部。可以直接贴到 WPS 表格里（Ctrl+E）</source>
<translation>Copy the selected rows; with only one row selected, all that are listed. You can paste them straight into WPS Spreadsheets (Ctrl+E)</translation>
</message>
<message>
<source>这次走访已不在账本里，可能刚被撤销或删除；这里是现有的走访</source>
<translation>This visit is no longer in the book; it may just have been undone or deleted. These are the visits there are</translation>
</message>
<message>
<source>列出</source>
<translation>Listed</translation>
</message>
<message>
<source>另有 %1 条</source>
<translation>and %1 more</translation>
</message>
<message>
<source>%1 有一条走访没有写完（%2）%3。</source>
<translation>%1 has an unfinished visit record (%2)%3.</translation>
</message>
<message>
<source>接着写</source>
<translation>Go on writing</translation>
</message>
<message>
<source>共 %1 次</source>
<translation>%1 visits in all</translation>
</message>
<message>
<source>筛选出 %1 次，共 %2 次</source>
<translation>%1 visits found, of %2</translation>
</message>
<message>
<source>已复制 %1 行，可以贴到表格里</source>
<translation>Copied %1 rows; you can paste them into a spreadsheet</translation>
</message>
<message>
<source>走访　%1 %2</source>
<translation>Visit  %1 %2</translation>
</message>
<message>
<source>已保存走访记录</source>
<translation>Visit record saved</translation>
</message>
<message>
<source>方式</source>
<translation>Manner</translation>
</message>
<message>
<source>下次事由</source>
<translation>Reason for next visit</translation>
</message>
<message>
<source>修改走访 %1 %2</source>
<translation>Edit visit %1 %2</translation>
</message>
<message>
<source>这次登记的 %1 件诉求留着，在“诉求”页</source>
<translation>its %1 appeals stay, on the page Appeals</translation>
</message>
<message>
<source>已删除 %1 %2的走访%3</source>
<translation>Removed the visit to %1 of %2%3</translation>
</message>
<message>
<source>粘贴的图片 %1.jpg</source>
<translation>pasted picture %1.jpg</translation>
</message>
<message>
<source>打印走访登记表</source>
<translation>Print visit sheets</translation>
</message>
<message>
<source>这是要读的那份表，不能盖掉</source>
<translation>This is the sheet being read and cannot be replaced</translation>
</message>
<message>
<source>没有要退回的，没有存退回表。</source>
<translation>Nothing to return; no sheet was saved.</translation>
</message>
<message>
<source>给 %1 家存了退回的表，在“%2”里</source>
<translation>Sheets to return saved for %1 senders, in "%2"</translation>
</message>
<message>
<source>带</source>
<translation>has</translation>
</message>
<message>
<source>不带</source>
<translation>has no</translation>
</message>
<message>
<source>这张表%1宏，文件名要以 %2 结尾，不然打不开</source>
<translation>this sheet %1 macros, so the file name must end in %2 or it will not open</translation>
</message>
<message>
<source>已经是这样，没有改动</source>
<translation>Already so; nothing changed</translation>
</message>
<message>
<source>这条记录，或它所属的那一户，已经不在账本里，可能刚被删除或撤销。账本没有改动；正在填的还在，可以先复制出来。</source>
<translation>This record, or the household it belongs to, is no longer in the book: it may just have been removed or undone. The book was not changed; what you are typing is still there and can be copied.</translation>
</message>
<message>
<source>读取</source>
<translation>Reading</translation>
</message>
<message>
<source>已撤销，但有 %1 处没有动：

%2</source>
<translation>Undone, but %1 items were not touched:

%2</translation>
</message>
<message>
<source>“%1”里没有表格文件（.xlsx、.xls、.et、.ods、.csv 等）。账本没有改动。</source>
<translation>There are no spreadsheet files in "%1" (.xlsx, .xls, .et, .ods, .csv and the like). The book was not changed.</translation>
</message>
<message>
<source>页面</source>
<translation>Pages</translation>
</message>
<message>
<source>撤销、锁定、备份、设置（Alt+M）</source>
<translation>Undo, lock, backup, settings (Alt+M)</translation>
</message>
<message>
<source>%1，菜单</source>
<translation>%1, menu</translation>
</message>
<message>
<source>点一下，显示全部</source>
<translation>Click to show all</translation>
</message>
<message>
<source>只列出%1，按 Enter 显示全部</source>
<translation>Only %1 listed, press Enter to show all</translation>
</message>
<message>
<source>不限</source>
<translation>Any</translation>
</message>
<message>
<source>输入几个字，或从列表里选</source>
<translation>Type, or choose from the list</translation>
</message>
<message>
<source>%1：添一项</source>
<translation>%1: add an item</translation>
</message>
<message>
<source>写好按 Enter</source>
<translation>Type and press Enter</translation>
</message>
<message>
<source>可选的内容</source>
<translation>Choices</translation>
</message>
<message>
<source>没有“%1”这一项，换个说法或拼音首字母试试</source>
<translation>There is no item "%1"; try other words or pinyin initials</translation>
</message>
<message>
<source>在册</source>
<translation>On record</translation>
</message>
<message>
<source>覆盖</source>
<translation>Coverage</translation>
</message>
<message>
<source>%1 户</source>
<translation>%1</translation>
</message>
<message>
<source>%1 在册 %2 户，覆盖 %3</source>
<translation>%1: %2 households on record, coverage %3</translation>
</message>
<message>
<source>前天</source>
<translation>The day before yesterday</translation>
</message>
<message>
<source>明天</source>
<translation>Tomorrow</translation>
</message>
<message>
<source>时:分</source>
<translation>hh:mm</translation>
</message>
<message>
<source>年-月-日</source>
<translation>yyyy-mm-dd</translation>
</message>
<message>
<source>打开月历</source>
<translation>Open the calendar</translation>
</message>
<message>
<source>打开月历（Alt+↓）</source>
<translation>Open calendar (Alt+↓)</translation>
</message>
<message>
<source>关闭（Esc）</source>
<translation>Close (Esc)</translation>
</message>
<message>
<source>楼栋立面</source>
<translation>Building elevation</translation>
</message>
<message>
<source>方向键换户，Shift+方向键选一片，空格选一户，Enter 打开档案，Ctrl+Enter 下一户</source>
<translation>Arrow keys move between households, Shift+arrow keys select an area, Space selects a household, Enter opens its file, Ctrl+Enter goes to the next household</translation>
</message>
<message>
<source>失能老人</source>
<translation>Elderly needing care</translation>
</message>
<message>
<source>留守儿童</source>
<translation>Left-behind children</translation>
</message>
<message>
<source>退役军人</source>
<translation>Veterans</translation>
</message>
<message>
<source>大病患者</source>
<translation>Seriously ill</translation>
</message>
<message>
<source>社区矫正</source>
<translation>Community corrections</translation>
</message>
<message>
<source>刑满释放</source>
<translation>Released from prison</translation>
</message>
<message>
<source>留守妇女</source>
<translation>Left-behind women</translation>
</message>
<message>
<source>边</source>
<translation>B</translation>
</message>
<message>
<source>护</source>
<translation>N</translation>
</message>
<message>
<source>童</source>
<translation>K</translation>
</message>
<message>
<source>军</source>
<translation>V</translation>
</message>
<message>
<source>病</source>
<translation>S</translation>
</message>
<message>
<source>业</source>
<translation>U</translation>
</message>
<message>
<source>矫</source>
<translation>C</translation>
</message>
<message>
<source>释</source>
<translation>R</translation>
</message>
<message>
<source>妇</source>
<translation>W</translation>
</message>
<message>
<source>租</source>
<translation>L</translation>
</message>
<message>
<source>今天走访过</source>
<translation>Visited today</translation>
</message>
<message>
<source>%1 天前走访</source>
<translation>Visited %1 days ago</translation>
</message>
<message>
<source>上次%1</source>
<translation>Last time: %1</translation>
</message>
<message>
<source>未结诉求 %1 件</source>
<translation>%1 open appeals</translation>
</message>
<message>
<source>%1 层</source>
<translation>Floor %1</translation>
</message>
<message>
<source>/ %1 户</source>
<translation>/ %1</translation>
</message>
<message>
<source>90 天内已访</source>
<translation>visited in 90 days</translation>
</message>
<message>
<source>还没有登记住户</source>
<translation>No residents registered yet</translation>
</message>
<message>
<source>未登记</source>
<translation>No record</translation>
</message>
<message>
<source>%1天</source>
<translation>%1 days</translation>
</message>
<message>
<source>添一项</source>
<translation>Add an item</translation>
</message>
<message>
<source>显示</source>
<translation>Show</translation>
</message>
<message>
<source>遮住</source>
<translation>Mask</translation>
</message>
<message>
<source>现在就遮住</source>
<translation>Mask now</translation>
</message>
<message>
<source>显示全部数字一分钟；谁在什么时候看的，记在这一户的往来记录里</source>
<translation>Show the full number for one minute; who looked and when is kept in the history of this household</translation>
</message>
<message>
<source>添号码</source>
<translation>Add number</translation>
</message>
<message>
<source>手机或座机</source>
<translation>Mobile or landline</translation>
</message>
<message>
<source>现在能用的键：%1</source>
<translation>Keys that work now: %1</translation>
</message>
<message>
<source>办理中</source>
<translation>In progress</translation>
</message>
<message>
<source>未走访</source>
<translation>Not visited</translation>
</message>
<message>
<source>不适用</source>
<translation>Not applicable</translation>
</message>
<message>
<source>冲突</source>
<translation>Conflict</translation>
</message>
<message>
<source>待定</source>
<translation>Doubtful</translation>
</message>
<message>
<source>有误</source>
<translation>Error</translation>
</message>
<message>
<source>相同</source>
<translation>Same</translation>
</message>
<message>
<source>未变</source>
<translation>Unchanged</translation>
</message>
<message>
<source>正在取消</source>
<translation>Cancelling</translation>
</message>
<message>
<source>%1
按 Enter 或点一下可以改口径</source>
<translation>%1
Press Enter or click to change the definition</translation>
</message>
<message>
<source>搜姓名、拼音首字母、门牌、电话、诉求</source>
<translation>Search names, pinyin initials, doors, phones, appeals</translation>
</message>
<message>
<source>正在查找</source>
<translation>Searching</translation>
</message>
<message>
<source>“%1”做完后马上查找。</source>
<translation>The search follows as soon as "%1" is done.</translation>
</message>
<message>
<source>正在查找……</source>
<translation>Searching…</translation>
</message>
<message>
<source>换成拼音首字母（如 flx）、门牌（3-2-501）或电话后四位再试；诉求和走访里的字也能搜。</source>
<translation>Try pinyin initials (such as flx), a door (3-2-501) or the last four digits of a phone; words of appeals and visits can be searched too.</translation>
</message>
<message>
<source>搜索结果</source>
<translation>Search results</translation>
</message>
<message>
<source>没有找到“%1”。%2</source>
<translation>Nothing found for "%1". %2</translation>
</message>
<message>
<source>还有更多，再多打几个字</source>
<translation>There are more: type a little more</translation>
</message>
<message>
<source>表头</source>
<translation>Column heads</translation>
</message>
<message>
<source>数据</source>
<translation>Data</translation>
</message>
<message>
<source>%1 列：%2</source>
<translation>%1 columns: %2</translation>
</message>
<message>
<source>表样，%1</source>
<translation>Form, %1</translation>
</message>
<message>
<source>点行号可以改表头和数据的起止行</source>
<translation>Click a row number to change where the header and the data start and end</translation>
</message>
<message>
<source>点一下，选这一格填什么</source>
<translation>Click to choose what goes into this cell</translation>
</message>
<message>
<source>上一个%1</source>
<translation>Previous %1</translation>
</message>
<message>
<source>下一个%1</source>
<translation>Next %1</translation>
</message>
<message>
<source>换一个%1</source>
<translation>Choose another %1</translation>
</message>
<message>
<source>按一列排序：点列名，或按 Shift+Tab 到表头，用 ←→ 选列，按 Enter</source>
<translation>Sort by a column: click its name, or press Shift+Tab to go to the heads, ←→ to choose one, and Enter</translation>
</message>
<message>
<source>%1，%2，%3 %4 添加</source>
<translation>%1, %2, added %3 by %4</translation>
</message>
<message>
<source>收起这一条</source>
<translation>Hide this</translation>
</message>
<message>
<source>帮助</source>
<translation>Help</translation>
</message>
<message>
<source>“%1”没有“%2”这一栏。可用的有：%3</source>
<translation>"%1" has no field "%2". Available: %3</translation>
</message>
<message>
<source>没有“%1”这种记录。可用的有：%2</source>
<translation>There is no kind of record "%1". Available: %2</translation>
</message>
<message>
<source>“%1”不像交表日。请写成 每周五、次周一、每月25日、次月5日、期满后3天 的样子，或“不设”“默认”；账本没有改动。</source>
<translation>"%1" does not look like a due day. Write it like 每周五 (every Friday), 次周一 (next Monday), 每月25日 (25th of the month), 次月5日 (5th of next month) or 期满后3天 (3 days after), or 不设 (none) or 默认 (default); the book is unchanged.</translation>
</message>
<message>
<source>没有账本的密码。请在终端里运行，或把密码放进环境变量 MINQING_PASSWORD，或用 --password-file 指明密码文件。</source>
<translation>The password of the book is missing. Please run this in a terminal, put the password in the environment variable MINQING_PASSWORD, or name a password file with --password-file.</translation>
</message>
<message>
<source>两次输入的密码不一样，账本没有建。请再来一次。</source>
<translation>The two passwords differ; the book was not created. Please try again.</translation>
</message>
<message>
<source>密码文件“%1”%2。请核对后再试；账本没有改动。</source>
<translation>Password file "%1": %2. Please check it and try again; the book was not changed.</translation>
</message>
<message>
<source>。账本没有改动。</source>
<translation>. The book was not changed.</translation>
</message>
<message>
<source>存不进“%1”：%2。请处理后再试，或换一个位置；账本没有改动。</source>
<translation>Cannot save to "%1": %2. Please put this right and try again, or choose another place; the book was not changed.</translation>
</message>
<message>
<source>没有要打印的登记表：%1。没有生成文件。</source>
<translation>There are no visit sheets to print: %1. No file was made.</translation>
</message>
<message>
<source>叫“%1”的楼栋不止一个：%2。请连小区一起写。</source>
<translation>More than one building is called "%1": %2. Please write the estate too.</translation>
</message>
<message>
<source>电脑里没有能印中文的字体。请装上“思源黑体”和“思源宋体”（Noto Sans CJK SC、Noto Serif CJK SC）后重开程序；Windows 上请核对“微软雅黑”和“宋体”还在。没有生成文件。</source>
<translation>This computer has no font that can print Chinese. Please install Source Han Sans and Source Han Serif (Noto Sans CJK SC, Noto Serif CJK SC) and restart the program; on Windows, please check that Microsoft YaHei and SimSun are still there. No file was made.</translation>
</message>
<message>
<source>这里没有可用的屏幕，打不开窗口。请在桌面上运行，或用命令行办事（minqing --help）。</source>
<translation>There is no screen available here, so the window cannot open. Please run it on a desktop, or use the command line (minqing --help).</translation>
</message>
<message>
<source>这个时段还没有收到过谁的“%1”，没有可以回复的。请先导入交来的表，或换一个时段。</source>
<translation>Nobody has handed in "%1" for this period, so there is nothing to reply to. Please import the sheets handed in first, or choose another period.</translation>
</message>
<message>
<source>日期无法识别：%1。请写成 2026-11-19 的样子</source>
<translation>Date not recognised: %1. Please write it like 2026-11-19</translation>
</message>
<message>
<source>时间无法识别：%1。请写成 15:20 的样子</source>
<translation>Time not recognised: %1. Please write it like 15:20</translation>
</message>
<message>
<source>身份证号 %1 %2。请对照证件改正，或留空</source>
<translation>ID number %1: %2. Please correct it from the document, or leave it blank</translation>
</message>
<message>
<source>对照证件重填</source>
<translation>enter it again from the document</translation>
</message>
<message>
<source>向本人问清重填</source>
<translation>ask the person and enter it again</translation>
</message>
<message>
<source>%1被表格软件当成了数字，末几位已经丢失，找不回来。请把这一格设为“文本”后%2</source>
<translation>%1 was taken for a number by the spreadsheet program; its last digits are lost and cannot be recovered. Please set this cell to "Text", then %2</translation>
</message>
<message>
<source>电话 %1 %2。请补全，或留空</source>
<translation>Phone %1: %2. Please complete it, or leave it blank</translation>
</message>
<message>
<source>“%1”是公式出错的结果，不是内容。请在表里改成正确的内容再导入</source>
<translation>"%1" is the result of a failed formula, not content. Please put the right content in the sheet and import it again</translation>
</message>
<message>
<source>“####”是栏太窄时显示的样子，原来的内容没有存下来。请在原表里拉宽这一栏，再另存一次</source>
<translation>"####" is what a column shows when it is too narrow; the content itself was not saved. Please widen this column in the original sheet and save it again</translation>
</message>
<message>
<source>这里是遮掩过的号码，不能当作新号码。请写全，或保持原样</source>
<translation>This is a masked number and cannot be taken as a new one. Please write it in full, or leave it as it is</translation>
</message>
<message>
<source>来表的“%1”打了码，和本机的号码对不上，看不全。请向对方问清完整号码，再在本机改</source>
<translation>"%1" in the incoming sheet is masked and does not match the number here. Ask the sender for the full number and change it here</translation>
</message>
<message>
<source>“%1”里没有“%2”这一项。可填：%3</source>
<translation>"%1" has no item "%2". You can enter: %3</translation>
</message>
<message>
<source>“%1”应是整数，现在是“%2”。请只写数字</source>
<translation>"%1" should be a whole number, but is "%2". Please write digits only</translation>
</message>
<message>
<source>“%1”没有填。请补上</source>
<translation>"%1" is not filled in. Please fill it in</translation>
</message>
<message>
<source>“%1”早于“%2”。请核对这两个日期</source>
<translation>"%1" is before "%2". Please check these two dates</translation>
</message>
<message>
<source>“%1”超过 %2 个字。请写短一些，其余写到备注</source>
<translation>"%1" is longer than %2 characters. Please shorten it and put the rest in the notes</translation>
</message>
<message>
<source>“%1”最多填 %2。请核对这个数</source>
<translation>"%1" can be %2 at most. Please check this number</translation>
</message>
<message>
<source>打不开“%1”：密码不对，或者它不是民情账本的文件。请核对密码后再试；文件没有改动。</source>
<translation>Cannot open "%1": the password is wrong, or it is not a Community Book file. Please check the password and try again; the file was not changed.</translation>
</message>
<message>
<source>找不到账本“%1”。请核对位置；要新建账本，请用“新建账本”（minqing new）。</source>
<translation>The book "%1" was not found. Please check where it is; to create a new book, use "New book" (minqing new).</translation>
</message>
<message>
<source>“%1”已经存在。为免覆盖，请换一个文件名，或先把它移走。</source>
<translation>"%1" already exists. So that it is not overwritten, please use another file name, or move it away first.</translation>
</message>
<message>
<source>“%1”是更新版本的程序建的（格式 %2，本程序到 %3）。请升级程序后再打开；文件没有改动。</source>
<translation>"%1" was made by a newer version of the program (format %2, this program reads up to %3). Please upgrade the program before opening it; the file was not changed.</translation>
</message>
<message>
<source>“%1”已损坏，读不出来。请从备份恢复（minqing restore）；不要删除这个文件。</source>
<translation>"%1" is damaged and cannot be read. Please restore it from a backup (minqing restore); do not delete this file.</translation>
</message>
<message>
<source>“%1”正被另一个窗口使用。请先关闭那个窗口，再试一次；数据没有改动。</source>
<translation>"%1" is in use by another window. Please close that window first, then try again; the data was not changed.</translation>
</message>
<message>
<source>“%1”是只读的，改动存不进去。请把它复制到能写的位置（如“文档”）再打开。</source>
<translation>"%1" is read-only, so changes cannot be saved. Please copy it to a place that can be written to (such as "Documents") and open it there.</translation>
</message>
<message>
<source>磁盘空间不够，“%1”没有改动。请腾出空间后再试一次。</source>
<translation>There is not enough disk space; "%1" was not changed. Please free some space and try again.</translation>
</message>
<message>
<source>备份写不进文件夹“%1”。请看它是否还在、是否写保护，或者备份到别处（如 U 盘）；账本没有改动。</source>
<translation>The backup cannot be written into the folder "%1". Please see whether it is still there and not write-protected, or back up elsewhere (such as a USB stick); the book was not changed.</translation>
</message>
<message>
<source>读写“%1”时磁盘出错。请检查 U 盘或硬盘是否接好，再打开账本；没有保存的改动要重做。</source>
<translation>The disk failed while reading or writing "%1". Please check that the USB stick or hard disk is properly connected, then open the book again; changes that were not saved must be made again.</translation>
</message>
<message>
<source>账本必须有密码。请设一个记得住、别人猜不到的密码；密码忘了就打不开账本。</source>
<translation>A book must have a password. Please set one that you can remember and others cannot guess; if it is forgotten, the book cannot be opened.</translation>
</message>
<message>
<source>“%1”下面还有 %2 条记录，不能单独删除。请先删除或改挂那些记录；账本没有改动。</source>
<translation>"%1" still has %2 records under it and cannot be deleted on its own. Please delete those records or move them elsewhere first; the book was not changed.</translation>
</message>
<message>
<source>“%1”有 %2 MB，附件每个最多 %3 MB。请先压缩或分成几份再添加。</source>
<translation>"%1" is %2 MB; attachments can be %3 MB each at most. Please compress it or split it before adding it.</translation>
</message>
<message>
<source>账本里的附件已接近上限 %1 MB，放不下这一个。请先另存并删掉用不到的附件（删掉的要过 %2 天才腾出地方）；其他内容没有变化。</source>
<translation>The attachments in the book are close to the limit of %1 MB, so this one does not fit. Please save attachments you no longer need elsewhere and delete them (their space is freed %2 days after deletion); nothing else was changed.</translation>
</message>
<message>
<source>“%1”不是能存的文件。可以存照片（JPG、PNG 等）和 PDF、Word、Excel、WPS、文本文件。</source>
<translation>"%1" is not a kind of file that can be saved. Photos (JPG, PNG and the like) and PDF, Word, Excel, WPS and text files can be saved.</translation>
</message>
<message>
<source>“%1”是空的，里面没有内容。请核对后重新选择。</source>
<translation>"%1" is empty. Please check it and choose again.</translation>
</message>
<message>
<source>“%1”打不开，可能正被别的程序占用，或已经移走。请核对后再试；没有添加任何附件。</source>
<translation>"%1" cannot be opened; it may be in use by another program, or have been moved. Please check and try again; no attachments were added.</translation>
</message>
<message>
<source>这个附件已经删除。用“撤销”可以找回最近删除的附件。</source>
<translation>This attachment has been deleted. "Undo" brings back attachments deleted recently.</translation>
</message>
<message>
<source>记录 %1 刚被改过，这里看到的是旧内容。请刷新后再改；填的内容没有丢。</source>
<translation>Record %1 was changed just now, and what you see here is the old content. Please refresh before editing; what you entered is not lost.</translation>
</message>
<message>
<source>“%1”的诉求不能“%2”，可以：%3。请刷新后再选；诉求没有改动。</source>
<translation>An appeal that is "%1" cannot be "%2"; possible: %3. Please refresh and choose again; the appeal was not changed.</translation>
</message>
<message>
<source>账本里没有编号为“%1”的记录。请核对编号，或用姓名、门牌查找。</source>
<translation>The book has no record with the ID "%1". Please check the ID, or search by name or door.</translation>
</message>
<message>
<source>不能合并：%1。请核对两个编号；账本没有改动。</source>
<translation>Cannot merge: %1. Please check the two IDs; the book was not changed.</translation>
</message>
<message>
<source>这次改动没有动过这一栏，没有可以改回的内容。请刷新后再看一遍历史；账本没有改动。</source>
<translation>This change did not touch this field, so there is nothing to change back. Please refresh and look at the history again; the book was not changed.</translation>
</message>
<message>
<source>这次走访不能恢复：%1。请刷新后再看一遍历史；账本没有改动。</source>
<translation>This visit cannot be brought back: %1. Please look at the history again; the book was not changed.</translation>
</message>
<message>
<source>没有第 %1 号改动，或者它已经撤销了。改动的号码见改动历史</source>
<translation>There is no change number %1, or it has already been undone. See the change log for the numbers</translation>
</message>
<message>
<source>没有可以撤销的改动</source>
<translation>There is no change to undo</translation>
</message>
<message>
<source>%1栋已经有了。可以改它的单元和层数，或换个名称后保存。</source>
<translation>Building %1 already exists. You can change its units and floors, or save under another name.</translation>
</message>
<message>
<source>读不了“%1”：%2。请用 WPS 打开它，另存为 .xlsx 后再试；账本没有改动。</source>
<translation>Cannot read "%1": %2. Please open it in WPS, save it as .xlsx and try again; the book was not changed.</translation>
</message>
<message>
<source>“%1”设了打开密码。请在终端里运行，会问密码；或把密码放在环境变量 MINQING_SHEET_PASSWORD；或在 WPS 里取消密码另存一份后再试。账本没有改动。</source>
<translation>"%1" needs a password to open. Please run this in a terminal, which will ask for it; or put the password in the environment variable MINQING_SHEET_PASSWORD; or remove the password in WPS, save a copy and try again. The book was not changed.</translation>
</message>
<message>
<source>“%1”展开后有 %2 MB，不像正常的表格，没有打开。请核对来源，或分成几个文件。</source>
<translation>"%1" is %2 MB when unpacked, which is not like a normal spreadsheet, so it was not opened. Please check where it came from, or split it into several files.</translation>
</message>
<message>
<source>“%1”里没有内容。请核对是不是选错了文件；账本没有改动。</source>
<translation>There is nothing in "%1". Please check whether it is the wrong file; the book was not changed.</translation>
</message>
<message>
<source>找不到表格“%1”。请核对文件名和位置，再试一次；账本没有改动。</source>
<translation>The spreadsheet "%1" was not found. Please check its name and place and try again; the book was not changed.</translation>
</message>
<message>
<source>“%1”里没有叫“%2”的工作表。有的是：%3。</source>
<translation>"%1" has no worksheet called "%2". It has: %3.</translation>
</message>
<message>
<source>“%1”的打开密码不对。请向发表格的人核对后再试；账本没有改动。</source>
<translation>The password for opening "%1" is wrong. Please check with whoever sent the sheet and try again; the book was not changed.</translation>
</message>
<message>
<source>没有叫“%1”的表样。可用的有：%2。</source>
<translation>There is no form called "%1". Available: %2.</translation>
</message>
<message>
<source>选的 %1 个文件里没有一张可以并入的表：读不了，或是别处的。请一份一份打开看原因；账本没有改动。</source>
<translation>None of the %1 chosen files holds a sheet that can be merged in: they are unreadable or from elsewhere. Please open them one by one to see why; the book was not changed.</translation>
</message>
<message>
<source>一张表放不下 %1 行（最多 %2 行）。请按时段分几次导出；账本没有改动。</source>
<translation>One sheet cannot hold %1 rows (%2 at most). Please export by period in several parts; the book was not changed.</translation>
</message>
<message>
<source>请改正后再保存，账本没有改动</source>
<translation>Please correct this before saving; the book was not changed</translation>
</message>
<message>
<source>请改好表样文件后再试</source>
<translation>Please correct the form file and try again</translation>
</message>
<message>
<source>表样%1不能用：%2。%3。</source>
<translation>Form %1 cannot be used: %2. %3.</translation>
</message>
<message>
<source>%1（%2，%3 栏认得 %4 栏%5）</source>
<translation>%1 (%2, %4 of %3 columns recognised%5)</translation>
</message>
<message>
<source>拿不准“%1”的工作表“%2”该按什么读，可以是：%3
请指定一个，如 --form %4；导入后会记住，以后同样的表不再问。账本没有改动。</source>
<translation>Not sure how to read worksheet "%2" of "%1"; it could be: %3
Please name one, such as --form %4; it is remembered after the import and not asked again for such sheets. The book was not changed.</translation>
</message>
<message>
<source>%1。请改好后再试；账本没有改动。</source>
<translation>%1. Please correct this and try again; the book was not changed.</translation>
</message>
<message>
<source>“%1”的别名</source>
<translation>, as another name of "%1"</translation>
</message>
<message>
<source>“%1”是程序自带的表样%2。请换一个名称。</source>
<translation>"%1" is already taken by a form of the program%2. Please choose another name.</translation>
</message>
<message>
<source>“%1”里没有可以导入的表：%2。请核对是不是选错了文件；账本没有改动。</source>
<translation>There are no sheets to import in "%1": %2. Please check whether it is the wrong file; the book was not changed.</translation>
</message>
<message>
<source>上午</source>
<translation>Morning</translation>
</message>
<message>
<source>下午</source>
<translation>Afternoon</translation>
</message>
<message>
<source>晚上</source>
<translation>Evening</translation>
</message>
<message>
<source>周末</source>
<translation>Weekend</translation>
</message>
<message>
<source>周六</source>
<translation>Sat</translation>
</message>
<message>
<source>周日</source>
<translation>Sun</translation>
</message>
<message>
<source>双休</source>
<translation>Weekend</translation>
</message>
<message>
<source>星期六</source>
<translation>Saturday</translation>
</message>
<message>
<source>星期天</source>
<translation>Sunday</translation>
</message>
<message>
<source>礼拜天</source>
<translation>Sunday</translation>
</message>
<message>
<source>下班</source>
<translation>After work</translation>
</message>
<message>
<source>夜里</source>
<translation>At night</translation>
</message>
<message>
<source>晚饭</source>
<translation>Dinner time</translation>
</message>
<message>
<source>傍晚</source>
<translation>Dusk</translation>
</message>
<message>
<source>七点后</source>
<translation>After seven</translation>
</message>
<message>
<source>八点后</source>
<translation>After eight</translation>
</message>
<message>
<source>早上</source>
<translation>Morning</translation>
</message>
<message>
<source>清早</source>
<translation>Early morning</translation>
</message>
<message>
<source>午后</source>
<translation>After noon</translation>
</message>
<message>
<source>建议%1</source>
<translation>Try %1</translation>
</message>
<message>
<source>建议先约</source>
<translation>Arrange first</translation>
</message>
<message>
<source>按约再去</source>
<translation>Go as arranged</translation>
</message>
<message>
<source>周一</source>
<translation>Mon</translation>
</message>
<message>
<source>周二</source>
<translation>Tue</translation>
</message>
<message>
<source>周三</source>
<translation>Wed</translation>
</message>
<message>
<source>周四</source>
<translation>Thu</translation>
</message>
<message>
<source>周五</source>
<translation>Fri</translation>
</message>
<message>
<source>接着上一户</source>
<translation>Next after the last household</translation>
</message>
<message>
<source>选中的这一户</source>
<translation>The selected household</translation>
</message>
<message>
<source>到期回访</source>
<translation>Call-back due</translation>
</message>
<message>
<source>未见面待补访</source>
<translation>Not met, to revisit</translation>
</message>
<message>
<source>%1：%2 天一访</source>
<translation>%1: a visit every %2 days</translation>
</message>
<message>
<source>%1：还没见过面</source>
<translation>%1: not met yet</translation>
</message>
<message>
<source>诉求待回访 %1 件</source>
<translation>%1 appeals to call back about</translation>
</message>
<message>
<source>30天内</source>
<translation>Last 30 days</translation>
</message>
<message>
<source>31-90天</source>
<translation>31-90 days</translation>
</message>
<message>
<source>超90天</source>
<translation>Over 90 days</translation>
</message>
<message>
<source>%1层</source>
<translation>Floor %1</translation>
</message>
<message>
<source>门牌不全</source>
<translation>Door incomplete</translation>
</message>
<message>
<source>%1等%2户</source>
<translation>%1 and others, %2 households</translation>
</message>
<message>
<source>%1 层</source>
<translation>%1 floors</translation>
</message>
<message>
<source>%1 单元</source>
<translation>%1 units</translation>
</message>
<message>
<source>%1 户未登记</source>
<translation>%1 to register</translation>
</message>
<message>
<source>%1单元</source>
<translation>Unit %1</translation>
</message>
<message>
<source>本栋</source>
<translation>This building</translation>
</message>
<message>
<source>未分单元</source>
<translation>No unit</translation>
</message>
<message>
<source>紧急</source>
<translation>Urgent</translation>
</message>
<message>
<source>特急</source>
<translation>Very urgent</translation>
</message>
<message>
<source>交办</source>
<translation>Assign</translation>
</message>
<message>
<source>吹哨</source>
<translation>Escalate</translation>
</message>
<message>
<source>报到</source>
<translation>Report in</translation>
</message>
<message>
<source>评价</source>
<translation>Rate</translation>
</message>
<message>
<source>退回</source>
<translation>Return</translation>
</message>
<message>
<source>区县</source>
<translation>District</translation>
</message>
<message>
<source>办结日期</source>
<translation>Closed on</translation>
</message>
<message>
<source>请%1报到</source>
<translation>%1 called in</translation>
</message>
<message>
<source>报给%1</source>
<translation>reported to %1</translation>
</message>
<message>
<source>交给%1</source>
<translation>handed to %1</translation>
</message>
<message>
<source>一周后</source>
<translation>In one week</translation>
</message>
<message>
<source>两周后</source>
<translation>In two weeks</translation>
</message>
<message>
<source>一个月后</source>
<translation>In one month</translation>
</message>
<message>
<source>逢休息日顺延</source>
<translation>Moved later on days off</translation>
</message>
<message>
<source>%1 %2 天</source>
<translation>%1, %2 days</translation>
</message>
<message>
<source>%1每 %2 天一访，逢休息日提前</source>
<translation>%1: a visit every %2 days, moved earlier on days off</translation>
</message>
<message>
<source>文中有%1</source>
<translation>The text has %1</translation>
</message>
<message>
<source>“%1” %2 件</source>
<translation>"%1" %2 appeals</translation>
</message>
<message>
<source>本账本里这样说的诉求归在这一类（%1）</source>
<translation>Appeals worded like this in this book belong to this category (%1)</translation>
</message>
<message>
<source>%1周</source>
<translation>Wk %1</translation>
</message>
<message>
<source>%1月</source>
<translation>Month %1</translation>
</message>
<message>
<source>24 小时内</source>
<translation>within 24 hours</translation>
</message>
<message>
<source>24 小时内（节假日不计时）</source>
<translation>within 24 hours (days off not counted)</translation>
</message>
<message>
<source>24 个工作小时内</source>
<translation>within 24 working hours</translation>
</message>
<message>
<source>增加 %1</source>
<translation>up %1</translation>
</message>
<message>
<source>减少 %1</source>
<translation>down %1</translation>
</message>
<message>
<source>走访户次</source>
<translation>Visits made</translation>
</message>
<message>
<source>户次</source>
<translation>visits</translation>
</message>
<message>
<source>敲一次门算一次，其中未见面 %1 次</source>
<translation>Each knock counts as one visit; nobody was met on %1 of them</translation>
</message>
<message>
<source>按登记日期算，%1登记的</source>
<translation>%1, by date of registration</translation>
</message>
<message>
<source>24 小时办结</source>
<translation>Closed in 24 hours</translation>
</message>
<message>
<source>点</source>
<translation>pts</translation>
</message>
<message>
<source>走访过</source>
<translation>visited</translation>
</message>
<message>
<source>不含空置</source>
<translation>vacant not included</translation>
</message>
<message>
<source>%1的户 ÷ 在册户%2</source>
<translation>Households %1 ÷ households on record %2</translation>
</message>
<message>
<source>待回访不算</source>
<translation>those to call back not counted</translation>
</message>
<message>
<source>%1登记、已经办结的%2 ÷ %3登记</source>
<translation>Registered %1 and closed ÷ registered %3 %2</translation>
</message>
<message>
<source>全部登记</source>
<translation>all registered</translation>
</message>
<message>
<source>登记起 %1办结 ÷ %2</source>
<translation>Closed %1 of registration ÷ %2</translation>
</message>
<message>
<source>工作时间是工作日 %1–%2。</source>
<translation>Working hours are %1–%2 on working days.</translation>
</message>
<message>
<source>第三个工作日</source>
<translation>the third working day</translation>
</message>
<message>
<source>第二天</source>
<translation>the next day</translation>
</message>
<message>
<source>%1办结也算</source>
<translation>closed on %1 also counts</translation>
</message>
<message>
<source>%1办结不算</source>
<translation>closed on %1 does not count</translation>
</message>
<message>
<source>%1没有记钟点的按日期算，%2。</source>
<translation>%1 Those without a time of day count by date: %2.</translation>
</message>
<message>
<source>满意和基本满意</source>
<translation>Satisfied and mostly satisfied</translation>
</message>
<message>
<source>满意</source>
<translation>Satisfied</translation>
</message>
<message>
<source>含未评价</source>
<translation>unrated included</translation>
</message>
<message>
<source>%1 ÷ 已回访%2</source>
<translation>%1 ÷ called back %2</translation>
</message>
<message>
<source>每周从%1起</source>
<translation>Weeks start on %1</translation>
</message>
<message>
<source>一半</source>
<translation>half</translation>
</message>
<message>
<source>都在%1</source>
<translation>all in %1</translation>
</message>
<message>
<source>%1占了一半</source>
<translation>half of them in %1</translation>
</message>
<message>
<source>其余 %1 类</source>
<translation>%1 other categories</translation>
</message>
<message>
<source>季</source>
<translation>quarter</translation>
</message>
<message>
<source>年</source>
<translation>year</translation>
</message>
<message>
<source>那一周</source>
<translation>that week</translation>
</message>
<message>
<source>那个月</source>
<translation>that month</translation>
</message>
<message>
<source>那一季</source>
<translation>that quarter</translation>
</message>
<message>
<source>那一年</source>
<translation>that year</translation>
</message>
<message>
<source>这段时间</source>
<translation>this period</translation>
</message>
<message>
<source>本%1</source>
<translation>this %1</translation>
</message>
<message>
<source>之前 %1 天</source>
<translation>the %1 days before</translation>
</message>
<message>
<source>上%1同期</source>
<translation>the same days last %1</translation>
</message>
<message>
<source>个</source>
<translation>items</translation>
</message>
<message>
<source>前一%1</source>
<translation>the %1 before</translation>
</message>
<message>
<source>新入住未访</source>
<translation>Newly moved in, not visited</translation>
</message>
<message>
<source>%1，问是否满意</source>
<translation>%1; ask whether they are satisfied</translation>
</message>
<message>
<source>上次：%1</source>
<translation>Last time: %1</translation>
</message>
<message>
<source>上次约好再来</source>
<translation>Agreed last time to come again</translation>
</message>
<message>
<source>上次见面 %1</source>
<translation>Last met %1</translation>
</message>
<message>
<source>还没见过面</source>
<translation>Not met yet</translation>
</message>
<message>
<source>敲门 %1 次未见</source>
<translation>knocked %1 times, nobody met</translation>
</message>
<message>
<source>未见过面</source>
<translation>Never met</translation>
</message>
<message>
<source>已敲门 %1 次，%2</source>
<translation>Knocked %1 times; %2</translation>
</message>
<message>
<source>租户</source>
<translation>Tenant</translation>
</message>
<message>
<source>%1 人</source>
<translation>%1 people</translation>
</message>
<message>
<source>%1登记，还没上过门</source>
<translation>Registered %1, not visited yet</translation>
</message>
<message>
<source>%1，其间有 %2 条新记录</source>
<translation>%1; %2 new records since then</translation>
</message>
<message>
<source>本周台账</source>
<translation>This week's register</translation>
</message>
<message>
<source>楼栋长</source>
<translation>Building head</translation>
</message>
<message>
<source>社区民警</source>
<translation>Community police officer</translation>
</message>
<message>
<source>兼职委员</source>
<translation>Part-time committee member</translation>
</message>
<message>
<source>社区干部</source>
<translation>Community official</translation>
</message>
<message>
<source>志愿者</source>
<translation>Volunteer</translation>
</message>
<message>
<source>楼长</source>
<translation>Building head</translation>
</message>
<message>
<source>从上到下</source>
<translation>Top to bottom</translation>
</message>
<message>
<source>从下到上</source>
<translation>Bottom to top</translation>
</message>
<message>
<source>先单号后双号</source>
<translation>Odd doors first, then even</translation>
</message>
<message>
<source>先双号后单号</source>
<translation>Even doors first, then odd</translation>
</message>
<message>
<source>一个单元一个单元走，从顶层走到一层</source>
<translation>One unit at a time, from the top floor down to the first</translation>
</message>
<message>
<source>一个单元一个单元走，从一层走到顶层</source>
<translation>One unit at a time, from the first floor up to the top</translation>
</message>
<message>
<source>每个单元先走单号门下楼，再走双号门上楼</source>
<translation>In each unit, down by the odd doors, then up by the even ones</translation>
</message>
<message>
<source>每个单元先走双号门下楼，再走单号门上楼</source>
<translation>In each unit, down by the even doors, then up by the odd ones</translation>
</message>
<message>
<source>超期未访</source>
<translation>Visit overdue</translation>
</message>
<message>
<source>来表 %1；本机 %2</source>
<translation>Incoming sheet %1; this laptop %2</translation>
</message>
<message>
<source>记录编号</source>
<translation>Record ID</translation>
</message>
<message>
<source>不算，按内容认</source>
<translation>Ignore it, match by content</translation>
</message>
<message>
<source>是哪条%1</source>
<translation>Which %1 it is</translation>
</message>
<message>
<source>是哪一条</source>
<translation>Which one it is</translation>
</message>
<message>
<source>%1 等 %2 个文件</source>
<translation>%1 and others, %2 files</translation>
</message>
<message>
<source>导入 %1（%2 行）</source>
<translation>Import %1 (%2 rows)</translation>
</message>
<message>
<source>身份证号相同</source>
<translation>Same ID number</translation>
</message>
<message>
<source>电话相同</source>
<translation>Same phone</translation>
</message>
<message>
<source>出生日期相同</source>
<translation>Same date of birth</translation>
</message>
<message>
<source>这个门牌有几户</source>
<translation>Several households at this door</translation>
</message>
<message>
<source>%1已合并</source>
<translation>%1 merged</translation>
</message>
<message>
<source>在同一户</source>
<translation>In the same household</translation>
</message>
<message>
<source>门牌相同</source>
<translation>Same door</translation>
</message>
<message>
<source>户号相同</source>
<translation>Same household number</translation>
</message>
<message>
<source>有 %1 人两户都登记了</source>
<translation>%1 people are registered in both households</translation>
</message>
<message>
<source>其中一户还没有成员</source>
<translation>One of the households has no members yet</translation>
</message>
<message>
<source>有几个同名的人</source>
<translation>Several people of the same name</translation>
</message>
<message>
<source>姓名相同</source>
<translation>Same name</translation>
</message>
<message>
<source>门牌相同，户主不同</source>
<translation>Same door, different head of household</translation>
</message>
<message>
<source>这个门牌有几户同名</source>
<translation>Several households with the same name at this door</translation>
</message>
<message>
<source>门牌相同，成员不同</source>
<translation>Same door, different members</translation>
</message>
<message>
<source>只有户主姓名，没有门牌</source>
<translation>Only the head's name, no door</translation>
</message>
<message>
<source>户主同名</source>
<translation>Same head of household</translation>
</message>
<message>
<source>同一户同一天</source>
<translation>Same household, same day</translation>
</message>
<message>
<source>记录编号“%1”认不出来，可能被改动过</source>
<translation>Record ID "%1" is not recognised; it may have been changed</translation>
</message>
<message>
<source>记录 %1 在本机已经删除，来表里还有</source>
<translation>Record %1 has been deleted on this laptop but is still in the incoming sheet</translation>
</message>
<message>
<source>身份证号在本机有几个人</source>
<translation>Several people on this laptop have this ID number</translation>
</message>
<message>
<source>身份证号相同的人，在本机登记在另一户</source>
<translation>The person with this ID number is registered in another household on this laptop</translation>
</message>
<message>
<source>这一户有几个同名的人</source>
<translation>Several people of the same name in this household</translation>
</message>
<message>
<source>同户同名</source>
<translation>Same name in the same household</translation>
</message>
<message>
<source>这一户有姓名相近的人</source>
<translation>Someone in this household has a similar name</translation>
</message>
<message>
<source>这一户的户主是另一个名字</source>
<translation>The head of this household has another name</translation>
</message>
<message>
<source>这一户同一天已有走访，内容不同</source>
<translation>This household already has a visit on that day, with different content</translation>
</message>
<message>
<source>编号相同，内容不同</source>
<translation>Same number, different content</translation>
</message>
<message>
<source>编号相同</source>
<translation>Same number</translation>
</message>
<message>
<source>曾用名相同</source>
<translation>Same former name</translation>
</message>
<message>
<source>姓名里是生僻字的另一种写法</source>
<translation>Name with another way of writing a rare character</translation>
</message>
<message>
<source>姓名读音相同</source>
<translation>Names sound the same</translation>
</message>
<message>
<source>𠮷吉 䶮龑 堃坤 喆哲 犇奔 昇升 陞升 峯峰 崐昆 崑昆 㛃洁 潔洁 﨑崎
    埼崎 邨村 頴颖 穎颖 濤涛 賢贤 叡睿 甯宁 寧宁 寗宁 仝同 煒炜 瑋玮
    偉伟 國国 華华 榮荣 強强 彊强 勛勋 勳勋 鑑鉴 鑒鉴 鋒锋 鋭锐 銳锐
    鎔熔 镕熔 鈺钰 曉晓 暁晓 燁烨 爗烨 煕熙 熈熙 凞熙 翀冲 禕祎 袆祎
    頔迪 贇赟 嫿婳 喦岩 嵒岩 巖岩 秾浓 襛浓 甦苏 蘇苏 雲云 皞皓
    暠皓 灝灏 淼渺 龢和 麗丽 蘭兰 蓮莲 鳳凤 龍龙 貴贵 紅红 陳陈 張张
    劉刘 趙赵 黃黄 楊杨 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 鄧邓
    許许 蕭萧 肖萧 葉叶 閻阎 闫阎 傅付 戴代 藍蓝 賈贾 顧顾 盧卢 龔龚
    譚谭 鄒邹 範范 鍾钟 鐘钟 餘余 曽曾</source>
<translation>𠮷吉 䶮龑 堃坤 喆哲 犇奔 昇升 陞升 峯峰 崐昆 崑昆 㛃洁 潔洁 﨑崎
    埼崎 邨村 頴颖 穎颖 濤涛 賢贤 叡睿 甯宁 寧宁 寗宁 仝同 煒炜 瑋玮
    偉伟 國国 華华 榮荣 強强 彊强 勛勋 勳勋 鑑鉴 鑒鉴 鋒锋 鋭锐 銳锐
    鎔熔 镕熔 鈺钰 曉晓 暁晓 燁烨 爗烨 煕熙 熈熙 凞熙 翀冲 禕祎 袆祎
    頔迪 贇赟 嫿婳 喦岩 嵒岩 巖岩 秾浓 襛浓 甦苏 蘇苏 雲云 皞皓
    暠皓 灝灏 淼渺 龢和 麗丽 蘭兰 蓮莲 鳳凤 龍龙 貴贵 紅红 陳陈 張张
    劉刘 趙赵 黃黄 楊杨 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 鄧邓
    許许 蕭萧 肖萧 葉叶 閻阎 闫阎 傅付 戴代 藍蓝 賈贾 顧顾 盧卢 龔龚
    譚谭 鄒邹 範范 鍾钟 鐘钟 餘余 曽曾</translation>
</message>
<message>
<source>%1!第%2行</source>
<translation>%1!row %2</translation>
</message>
<message>
<source>同一行的%1</source>
<translation>%1 of the same row</translation>
</message>
<message>
<source>来表新增的一户</source>
<translation>A household new in the incoming sheet</translation>
</message>
<message>
<source>“%1”和 %2 写得不一样，不知道该用哪个。请改成一样的再导入</source>
<translation>"%1" and %2 differ and it is not clear which to use. Make them the same and import again</translation>
</message>
<message>
<source>“%1”按“%2”读</source>
<translation>"%1" read as "%2"</translation>
</message>
<message>
<source>记下%1</source>
<translation>Remember %1</translation>
</message>
<message>
<source>次</source>
<translation>times</translation>
</message>
<message>
<source>每</source>
<translation>every</translation>
</message>
<message>
<source>底</source>
<translation>end</translation>
</message>
<message>
<source>%1日</source>
<translation>day %1</translation>
</message>
<message>
<source>%1月%2</source>
<translation>month %1 %2</translation>
</message>
<message>
<source>期满后%1天</source>
<translation>%1 days after the period</translation>
</message>
<message>
<source>期满当天</source>
<translation>On the last day of the period</translation>
</message>
<message>
<source>不设</source>
<translation>None</translation>
</message>
<message>
<source>次周一</source>
<translation>Monday after</translation>
</message>
<message>
<source>次周二</source>
<translation>Tuesday after</translation>
</message>
<message>
<source>期满后3天</source>
<translation>3 days after the period</translation>
</message>
<message>
<source>每月25日</source>
<translation>25th of the month</translation>
</message>
<message>
<source>每月底</source>
<translation>End of the month</translation>
</message>
<message>
<source>次月5日</source>
<translation>5th of next month</translation>
</message>
<message>
<source>每%1</source>
<translation>every %1</translation>
</message>
<message>
<source>本账本</source>
<translation>This book</translation>
</message>
<message>
<source>与“%1”内容一样，只算一份</source>
<translation>same content as "%1", counted once</translation>
</message>
<message>
<source>是%1的</source>
<translation>belongs to %1</translation>
</message>
<message>
<source>没有并入；确实要并入，请单独导入这一份</source>
<translation>not merged in; to merge it anyway, import this file by itself</translation>
</message>
<message>
<source>%1已交过同样的一份“%2”</source>
<translation>the same "%2" was already handed in on %1</translation>
</message>
<message>
<source>“%1”是后来导出的，这一份没有并入；在这一份上改过的，请单独导入</source>
<translation>"%1" was exported later, so this one was not merged in; if this one was edited, import it by itself</translation>
</message>
<message>
<source>已经收过后来导出的一份；只看在这一份上改过的</source>
<translation>A later export has already come in; only what was edited on this one is looked at</translation>
</message>
<message>
<source>后来又发过一份；按这一份发出时的样子核对</source>
<translation>Another one was sent later; checked against this one as it was sent</translation>
</message>
<message>
<source>按栏名读：%1</source>
<translation>Read by column names: %1</translation>
</message>
<message>
<source>第 %1 行</source>
<translation>Row %1</translation>
</message>
<message>
<source>%1的记录编号相同，不知道该用哪一行。请留下一行，另一行清空记录编号后再导入</source>
<translation>%1 have the same record ID and it is not clear which row to use. Keep one row, clear the record ID of the other and import again</translation>
</message>
<message>
<source>选过的对不上了：%1</source>
<translation>Earlier choices no longer fit: %1</translation>
</message>
<message>
<source>登记诉求 %1</source>
<translation>Register appeal %1</translation>
</message>
<message>
<source>修改诉求 %1</source>
<translation>Edit appeal %1</translation>
</message>
<message>
<source>街道回复 %1</source>
<translation>Street reply %1</translation>
</message>
<message>
<source>%1 等 %2 件</source>
<translation>%1 and others, %2 in all</translation>
</message>
<message>
<source>添附件 %1</source>
<translation>Add attachment %1</translation>
</message>
<message>
<source>删除附件 %1</source>
<translation>Delete attachment %1</translation>
</message>
<message>
<source>其余各表</source>
<translation>All other sheets</translation>
</message>
<message>
<source>%1的交表日：%2</source>
<translation>Due day of %1: %2</translation>
</message>
<message>
<source>改统计口径</source>
<translation>Change definitions</translation>
</message>
<message>
<source>记录走访 %1：%2</source>
<translation>Record visit %1: %2</translation>
</message>
<message>
<source>修改</source>
<translation>Edit</translation>
</message>
<message>
<source>新建</source>
<translation>New</translation>
</message>
<message>
<source>%1楼栋 %2栋</source>
<translation>%1 building %2</translation>
</message>
<message>
<source>%1 等 %2 户</source>
<translation>%1 and others, %2 households</translation>
</message>
<message>
<source>政策宣传 %1</source>
<translation>Policy outreach: %1</translation>
</message>
<message>
<source>回复 %1 家：%2</source>
<translation>Reply to %1 senders: %2</translation>
</message>
<message>
<source>它不是从单位的空表学来的</source>
<translation>it was not learned from an office's blank sheet</translation>
</message>
<message>
<source>学会表样“%1”</source>
<translation>Learn form "%1"</translation>
</message>
<message>
<source>不再用表样“%1”</source>
<translation>Stop using form "%1"</translation>
</message>
<message>
<source>口人</source>
<translation>members</translation>
</message>
<message>
<source>%1 个附件</source>
<translation>%1 attachments</translation>
</message>
<message>
<source>合并居民 %1</source>
<translation>Merge residents %1</translation>
</message>
<message>
<source>合并两户 %1</source>
<translation>Merge two households %1</translation>
</message>
<message>
<source>这是同一条记录</source>
<translation>these are the same record</translation>
</message>
<message>
<source>一条是%1，一条是%2</source>
<translation>one is %1, the other is %2</translation>
</message>
<message>
<source>%1 %2家</source>
<translation>%1 %2 family</translation>
</message>
<message>
<source>每周走访目标</source>
<translation>Weekly visit target</translation>
</message>
<message>
<source>办结率目标</source>
<translation>Closing rate target</translation>
</message>
<message>
<source>改间隔与目标：%1</source>
<translation>Change intervals and targets: %1</translation>
</message>
<message>
<source>%1改为%2</source>
<translation>%1 changed to %2</translation>
</message>
<message>
<source>%1 %2 改为 %3</source>
<translation>%1 %2 changed to %3</translation>
</message>
<message>
<source>%1 处</source>
<translation>%1 places</translation>
</message>
<message>
<source>%1 天</source>
<translation>%1 days</translation>
</message>
<message>
<source>改回 %1 的%2</source>
<translation>Restore %2 of %1</translation>
</message>
<message>
<source>记录走访 %1</source>
<translation>Record visit %1</translation>
</message>
<message>
<source>删除走访 %1</source>
<translation>Remove visit %1</translation>
</message>
<message>
<source>它已经在账本里</source>
<translation>it is in the book already</translation>
</message>
<message>
<source>这一户已经不在账本里</source>
<translation>its household is no longer in the book</translation>
</message>
<message>
<source>恢复走访 %1</source>
<translation>Bring back visit %1</translation>
</message>
<message>
<source>删除已超过 %1 天，文件内容已经清除</source>
<translation>it was deleted more than %1 days ago and its content has been cleared</translation>
</message>
<message>
<source>%1-备份</source>
<translation>%1-备份</translation>
</message>
<message>
<source>文件有 %1 处读不出来：磁盘可能坏了。请从备份恢复。</source>
<translation>The file cannot be read in %1 places: the disk may be failing. Please restore from a backup.</translation>
</message>
<message>
<source>文件结构有 %1 处错误。请从备份恢复。</source>
<translation>The file structure has %1 errors. Please restore from a backup.</translation>
</message>
<message>
<source>有 %1 条记录指向账本里没有的记录。</source>
<translation>%1 records point to records that are not in the book.</translation>
</message>
<message>
<source>有 %1 个附件的内容读不出来，或找不到所属的家庭。</source>
<translation>%1 attachments cannot be read or belong to no household that can be found.</translation>
</message>
<message>
<source>有 %1 条记录在历史里没有来历。</source>
<translation>%1 records have no origin in the history.</translation>
</message>
<message>
<source>历史里有 %1 条记录，账本里却没有。</source>
<translation>%1 records are in the history but not in the book.</translation>
</message>
<message>
<source>有 %1 个字段和历史里最后一次改动不一致。</source>
<translation>%1 fields do not match their last change in the history.</translation>
</message>
<message>
<source>有 %1 条记录搜索不到。</source>
<translation>%1 records cannot be found by search.</translation>
</message>
<message>
<source>搜索里有 %1 条账本里没有的记录。</source>
<translation>Search holds %1 records that are not in the book.</translation>
</message>
<message>
<source>已经重新录入</source>
<translation>it has been entered again</translation>
</message>
<message>
<source>它所属的记录已经删除</source>
<translation>the record it belongs to has been deleted</translation>
</message>
<message>
<source>已经删除</source>
<translation>it has been deleted</translation>
</message>
<message>
<source>后来又改过</source>
<translation>it was changed again later</translation>
</message>
<message>
<source>后来有别的记录用到它</source>
<translation>other records have come to use it since</translation>
</message>
<message>
<source>恢复：%1</source>
<translation>Restore: %1</translation>
</message>
<message>
<source>撤销：%1</source>
<translation>Undo: %1</translation>
</message>
<message>
<source>文件不完整，可能没有传完</source>
<translation>the file is incomplete; it may not have been fully transferred</translation>
</message>
<message>
<source>这是 Word 文档，不是表格</source>
<translation>this is a Word document, not a spreadsheet</translation>
</message>
<message>
<source>这是演示文稿，不是表格</source>
<translation>this is a presentation, not a spreadsheet</translation>
</message>
<message>
<source>这是 OFD 版式文件，不是表格</source>
<translation>this is an OFD document, not a spreadsheet</translation>
</message>
<message>
<source>这是苹果 Numbers 的表格</source>
<translation>this is an Apple Numbers spreadsheet</translation>
</message>
<message>
<source>它设了打开密码，.ods 的密码这里解不开；请在 WPS 里取消密码另存一份</source>
<translation>it has an opening password, and .ods passwords cannot be unlocked here; remove the password in WPS and save a copy</translation>
</message>
<message>
<source>有的内容远在 %1 列、第 %2 行，把表撑得太大；请先删掉离正文很远的零散内容</source>
<translation>some content stands far away in column %1, row %2, and makes the sheet too large; first delete stray content far from the main table</translation>
</message>
<message>
<source>这是加了密的压缩包</source>
<translation>this is an encrypted archive</translation>
</message>
<message>
<source>它用了少见的压缩方式</source>
<translation>it uses an uncommon way of compression</translation>
</message>
<message>
<source>这是文字文档或演示文稿，不是表格</source>
<translation>this is a text document or presentation, not a spreadsheet</translation>
</message>
<message>
<source>这是压缩包，不是表格；要用里面的表格，先把它解压出来</source>
<translation>this is an archive, not a spreadsheet; to use a sheet inside it, extract it first</translation>
</message>
<message>
<source>压缩包里写的大小与实际不符</source>
<translation>the size stated in the archive does not match the real one</translation>
</message>
<message>
<source>文件已损坏，或不是完整的表格</source>
<translation>the file is damaged or is not a complete spreadsheet</translation>
</message>
<message>
<source>格式</source>
<translation>formatting</translation>
</message>
<message>
<source>公式</source>
<translation>formulas</translation>
</message>
<message>
<source>下拉选项</source>
<translation>drop-down lists</translation>
</message>
<message>
<source>打印设置</source>
<translation>print settings</translation>
</message>
<message>
<source>红</source>
<translation>Red</translation>
</message>
<message>
<source>橙</source>
<translation>Orange</translation>
</message>
<message>
<source>黄</source>
<translation>Yellow</translation>
</message>
<message>
<source>绿</source>
<translation>Green</translation>
</message>
<message>
<source>青</source>
<translation>Cyan</translation>
</message>
<message>
<source>蓝</source>
<translation>Blue</translation>
</message>
<message>
<source>紫</source>
<translation>Purple</translation>
</message>
<message>
<source>粉</source>
<translation>Pink</translation>
</message>
<message>
<source>灰</source>
<translation>Grey</translation>
</message>
<message>
<source>棕</source>
<translation>Brown</translation>
</message>
<message>
<source>黑</source>
<translation>Black</translation>
</message>
<message>
<source>它的加密方式不常见，这里解不开</source>
<translation>its encryption is uncommon and cannot be unlocked here</translation>
</message>
<message>
<source>是</source>
<translation>Yes</translation>
</message>
<message>
<source>否</source>
<translation>No</translation>
</message>
<message>
<source>这是网页，里面没有表格</source>
<translation>this is a web page without any table in it</translation>
</message>
<message>
<source>表%1</source>
<translation>Table %1</translation>
</message>
<message>
<source>文件不完整或已经损坏</source>
<translation>the file is incomplete or damaged</translation>
</message>
<message>
<source>工作簿.xlsx</source>
<translation>Workbook.xlsx</translation>
</message>
<message>
<source>这是 PDF 文件，不是表格</source>
<translation>this is a PDF file, not a spreadsheet</translation>
</message>
<message>
<source>这是图片，不是表格</source>
<translation>this is a picture, not a spreadsheet</translation>
</message>
<message>
<source>这是图片或影音文件，不是表格</source>
<translation>this is a picture, audio or video file, not a spreadsheet</translation>
</message>
<message>
<source>这是数据库文件，不是表格</source>
<translation>this is a database file, not a spreadsheet</translation>
</message>
<message>
<source>它是三十年前的 Excel 格式</source>
<translation>it is in an Excel format thirty years old</translation>
</message>
<message>
<source>这是文件夹，不是表格文件</source>
<translation>this is a folder, not a spreadsheet file</translation>
</message>
<message>
<source>这是打开表格时留下的临时文件，不是表格</source>
<translation>this is a temporary file left from opening a spreadsheet, not a spreadsheet</translation>
</message>
<message>
<source>这个文件正在 WPS 里打开，请先关闭它；如果没有打开，就是没有读它的权限</source>
<translation>this file is open in WPS, please close it first; if it is not open, you have no permission to read it</translation>
</message>
<message>
<source>磁盘或 U 盘读不出来（%1）</source>
<translation>the disk or USB drive cannot be read (%1)</translation>
</message>
<message>
<source>里面没有表格，也可能已经损坏</source>
<translation>there is no table in it, or it may be damaged</translation>
</message>
<message>
<source>里面不是表格，也可能已经损坏</source>
<translation>what is in it is not a table, or it may be damaged</translation>
</message>
<message>
<source>里面的 XML 不是表格，也可能已经损坏</source>
<translation>the XML in it is not a table, or it may be damaged</translation>
</message>
<message>
<source>这是 XML 文件，不是表格</source>
<translation>this is an XML file, not a spreadsheet</translation>
</message>
<message>
<source>它不是从单位的空表学来的，没有空表可存</source>
<translation>it was not learned from an office's blank sheet, so there is no blank sheet to save</translation>
</message>
<message>
<source>文件不是表样文件（.mqform），或者已经损坏</source>
<translation>the file is not a form file (.mqform), or it is damaged</translation>
</message>
<message>
<source>表样文件已经损坏</source>
<translation>the form file is damaged</translation>
</message>
<message>
<source>表样文件里没有版面（layout）</source>
<translation>the form file has no layout (layout)</translation>
</message>
<message>
<source>空表里没有工作表“%1”，或者已经损坏</source>
<translation>the blank sheet has no sheet "%1", or it is damaged</translation>
</message>
<message>
<source>空表有 %1 MB，最多 %2 MB</source>
<translation>the blank sheet has %1 MB; at most %2 MB are allowed</translation>
</message>
<message>
<source>文件不是表样文件（.mqform）</source>
<translation>the file is not a form file (.mqform)</translation>
</message>
<message>
<source>表样文件里的“%1”太大</source>
<translation>"%1" in the form file is too large</translation>
</message>
<message>
<source>表样文件里的空表打不开</source>
<translation>the blank sheet in the form file cannot be opened</translation>
</message>
<message>
<source>表样文件里的空表不是 .xlsx</source>
<translation>the blank sheet in the form file is not an .xlsx</translation>
</message>
<message>
<source>一页是一户，每行</source>
<translation>One page is one household, each row</translation>
</message>
<message>
<source>每行</source>
<translation>Each row</translation>
</message>
<message>
<source>一条记录</source>
<translation>one record</translation>
</message>
<message>
<source>%1是%2；%3 栏里认出 %4 栏。</source>
<translation>%1 is %2; %4 of %3 columns recognised.</translation>
</message>
<message>
<source>表里没有 %1 列，有的是 %2</source>
<translation>The sheet has no column %1; it has %2</translation>
</message>
<message>
<source>没有“%1”这一栏</source>
<translation>There is no field "%1"</translation>
</message>
<message>
<source>“%1”不是 B3 这样的单元格</source>
<translation>"%1" is not a cell like B3</translation>
</message>
<message>
<source>数据行应在表头（第 %1 行）下面，从上到下写</source>
<translation>The data rows must stand below the header (row %1), from top to bottom</translation>
</message>
<message>
<source>没有看得见的工作表</source>
<translation>There is no visible sheet</translation>
</message>
<message>
<source>工作表“%1”里没有找到表头</source>
<translation>No header was found in sheet "%1"</translation>
</message>
<message>
<source>%1的栏目不能放在同一张表里</source>
<translation>Fields of %1 cannot stand in the same sheet</translation>
</message>
<message>
<source>无</source>
<translation>None</translation>
</message>
<message>
<source>户主%1</source>
<translation>Head's %1</translation>
</message>
<message>
<source>空表里没有它说的表头</source>
<translation>the blank sheet lacks the header that it names</translation>
</message>
<message>
<source>不是有效的 TOML（%1）</source>
<translation>not valid TOML (%1)</translation>
</message>
<message>
<source>没有写表样的名称（name）</source>
<translation>the form has no name (name)</translation>
</message>
<message>
<source>合计（totals）</source>
<translation>the totals (totals)</translation>
</message>
<message>
<source>“%1”应是文字</source>
<translation>"%1" must be text</translation>
</message>
<message>
<source>“%1”应是一列文字</source>
<translation>"%1" must be a list of texts</translation>
</message>
<message>
<source>没有写栏目（columns）</source>
<translation>there are no columns (columns)</translation>
</message>
<message>
<source>%1应是一对一对的</source>
<translation>%1 must be in pairs</translation>
</message>
<message>
<source>%1应是文字</source>
<translation>%1 must be text</translation>
</message>
<message>
<source>版面（layout）应是一节</source>
<translation>the layout (layout) must be a section</translation>
</message>
<message>
<source>版面里没有表头的行号（header）</source>
<translation>the layout has no row numbers of the header (header)</translation>
</message>
<message>
<source>版面里的行号不对：数据行（first 到 last）应在表头下面</source>
<translation>the row numbers in the layout are wrong: the data rows (first to last) must stand below the header</translation>
</message>
<message>
<source>版面里的单元格（cells）</source>
<translation>the cells of the layout (cells)</translation>
</message>
<message>
<source>版面里的单元格“%1”不是 B3 这样的写法</source>
<translation>the cell "%1" in the layout is not written like B3</translation>
</message>
<message>
<source>版面里的“%1”不认识，一户一页写 household</source>
<translation>"%1" in the layout is not known; for one household per page write household</translation>
</message>
<message>
<source>版面里的行号应是从 1 起的整数</source>
<translation>row numbers in the layout must be whole numbers from 1</translation>
</message>
<message>
<source>不认识“%1”</source>
<translation>"%1" is not known</translation>
</message>
<message>
<source>有一栏没有栏名（label）</source>
<translation>one column has no label (label)</translation>
</message>
<message>
<source>“%1”的栏宽（width）应是大于 0 的数</source>
<translation>the width (width) of "%1" must be a number greater than 0</translation>
</message>
<message>
<source>“%1”的对齐（align）应是 left、center 或 right</source>
<translation>the alignment (align) of "%1" must be left, center or right</translation>
</message>
<message>
<source>“%1”的列（letter）应是 A、AB 这样的字母</source>
<translation>the column (letter) of "%1" must be letters like A or AB</translation>
</message>
<message>
<source>“%1”的说法（words）</source>
<translation>the wordings (words) of "%1"</translation>
</message>
<message>
<source>没有“%1”这种记录，可用的有：%2</source>
<translation>there is no kind of record "%1"; available are: %2</translation>
</message>
<message>
<source>“%1”不在 slots 里</source>
<translation>"%1" is not in slots</translation>
</message>
<message>
<source>“%1”一栏</source>
<translation>the column "%1"</translation>
</message>
<message>
<source>时段（period）</source>
<translation>the period (period)</translation>
</message>
<message>
<source>%1写的“%2”不在 slots 里</source>
<translation>%1 names "%2", which is not in slots</translation>
</message>
<message>
<source>%1写的“%2.%3”不存在</source>
<translation>%1 names "%2.%3", which does not exist</translation>
</message>
<message>
<source>栏名重复：%1</source>
<translation>column labels occur twice: %1</translation>
</message>
<message>
<source>列重复：%1</source>
<translation>column letters occur twice: %1</translation>
</message>
<message>
<source>合计里的“%1”不是栏名</source>
<translation>"%1" in the totals is not a column label</translation>
</message>
<message>
<source>_民情账本</source>
<translation>_民情账本</translation>
</message>
<message>
<source>账本</source>
<translation>Book</translation>
</message>
<message>
<source>改动</source>
<translation>Change</translation>
</message>
<message>
<source>署名</source>
<translation>Signed</translation>
</message>
<message>
<source>称呼</source>
<translation>Name</translation>
</message>
<message>
<source>对方账本</source>
<translation>Their book</translation>
</message>
<message>
<source>已收到</source>
<translation>Received</translation>
</message>
<message>
<source>原样</source>
<translation>As it is</translation>
</message>
<message>
<source>是“%1”，不是要读的“%2”</source>
<translation>is "%1", not the "%2" to be read</translation>
</message>
<message>
<source>没有“%1”必须有的栏目</source>
<translation>lacks the columns that "%1" must have</translation>
</message>
<message>
<source>按选定的“%1”读。</source>
<translation>Read as "%1", as chosen.</translation>
</message>
<message>
<source>按“%1”读：是本程序导出的表。</source>
<translation>Read as "%1": exported by this program.</translation>
</message>
<message>
<source>上次您说过按“%1”读。</source>
<translation>Read as "%1", as you said last time.</translation>
</message>
<message>
<source>里没有认得出的住户、居民、走访或诉求</source>
<translation>has no households, residents, visits or appeals that can be recognised</translation>
</message>
<message>
<source>%1，连同后面的%2</source>
<translation>%1, together with the following %2</translation>
</message>
<message>
<source>学过</source>
<translation>learned</translation>
</message>
<message>
<source>按“%1”读：有它 %2 栏中的 %3 栏。</source>
<translation>Read as "%1": it has %3 of its %2 columns.</translation>
</message>
<message>
<source>有它 %1 栏中的 %2 栏</source>
<translation>has %2 of its %1 columns</translation>
</message>
<message>
<source>没有对应的表样，按栏名读：%1（%2）。</source>
<translation>No form fits; read by column names: %1 (%2).</translation>
</message>
<message>
<source>每行是%1</source>
<translation>each row is %1</translation>
</message>
<message>
<source>一次走访</source>
<translation>a visit</translation>
</message>
<message>
<source>一件诉求</source>
<translation>an appeal</translation>
</message>
<message>
<source>一位居民</source>
<translation>a resident</translation>
</message>
<message>
<source>一户</source>
<translation>a household</translation>
</message>
<message>
<source>一栋楼</source>
<translation>a building</translation>
</message>
<message>
<source>一位联系人</source>
<translation>a contact</translation>
</message>
<message>
<source>隐藏的（筛选）</source>
<translation>hidden (filtered)</translation>
</message>
<message>
<source>隐藏的</source>
<translation>hidden</translation>
</message>
<message>
<source>第 %1 行%2在表里是%3，已一并读入。</source>
<translation>Row %1%2 is %3 in the sheet and was read as well.</translation>
</message>
<message>
<source>隐藏的 %1 栏已一并读入。</source>
<translation>The hidden column %1 was read as well.</translation>
</message>
<message>
<source>表里有 %1 个公式没有算过的结果（如 %2），只能当作空白。请先用 WPS 打开这份表、保存一次，再导入。</source>
<translation>The sheet has %1 formulas without a result (such as %2), which can only be taken as blank. Please open the sheet in WPS and save it once, then import.</translation>
</message>
<message>
<source>有 %1 行涂了底色（%2），记在“%3”一栏。</source>
<translation>%1 rows are coloured (%2); this is noted in the column "%3".</translation>
</message>
<message>
<source>等 %1 行</source>
<translation>, … (%1 rows in all)</translation>
</message>
<message>
<source>并入 %1 列“%2”</source>
<translation>Merged into column %1 "%2"</translation>
</message>
<message>
<source>序号，不用读</source>
<translation>Serial number, not read</translation>
</message>
<message>
<source>认回原来的记录</source>
<translation>Recognises the original record</translation>
</message>
<message>
<source>没有读</source>
<translation>Not read</translation>
</message>
<message>
<source>%1：第 %2 行</source>
<translation>%1: row %2</translation>
</message>
<message>
<source>是说明或汇总</source>
<translation>holds notes or totals</translation>
</message>
<message>
<source>工作表“%1”%2</source>
<translation>Sheet "%1" %2</translation>
</message>
<message>
<source>是隐藏的</source>
<translation>is hidden</translation>
</message>
<message>
<source>是空的</source>
<translation>is empty</translation>
</message>
<message>
<source>没有找到表头</source>
<translation>has no header that can be found</translation>
</message>
<message>
<source>空行</source>
<translation>empty row</translation>
</message>
<message>
<source>重复的表头</source>
<translation>repeated header</translation>
</message>
<message>
<source>只有序号</source>
<translation>serial number only</translation>
</message>
<message>
<source>说明或落款</source>
<translation>note or signature</translation>
</message>
<message>
<source>合计行</source>
<translation>total row</translation>
</message>
<message>
<source>栏次行</source>
<translation>row of column numbers</translation>
</message>
<message>
<source>示例行</source>
<translation>example row</translation>
</message>
<message>
<source>填写提示行</source>
<translation>row of filling hints</translation>
</message>
<message>
<source>家庭%1</source>
<translation>Household %1</translation>
</message>
<message>
<source>户主姓名</source>
<translation>Head's name</translation>
</message>
<message>
<source>%1–%2 列</source>
<translation>Columns %1–%2</translation>
</message>
<message>
<source>%1这一行</source>
<translation>The row of %1</translation>
</message>
<message>
<source>这一行</source>
<translation>This row</translation>
</message>
<message>
<source>%1可能错开了：“%2”里写的是“%3”，像是“%4”。整行没有导入，请把各格移回自己的栏目后再导入</source>
<translation>%1 may be shifted: "%2" says "%3", which looks like "%4". The whole row was not imported; please move each cell back to its own column and import again</translation>
</message>
<message>
<source>是填写说明</source>
<translation>is filling instructions</translation>
</message>
<message>
<source>没有栏名</source>
<translation>no column name</translation>
</message>
<message>
<source>是统计数字，没有明细</source>
<translation>is statistics without details</translation>
</message>
<message>
<source>%1 列</source>
<translation>Column %1</translation>
</message>
<message>
<source>第 %1 列</source>
<translation>Column %1</translation>
</message>
<message>
<source>无栏名</source>
<translation>no column name</translation>
</message>
<message>
<source>%1室</source>
<translation>Room %1</translation>
</message>
<message>
<source>甲%1</source>
<translation>A%1</translation>
</message>
<message>
<source>负%1</source>
<translation>-%1</translation>
</message>
<message>
<source>登记时间</source>
<translation>Registered at</translation>
</message>
<message>
<source>所在家庭</source>
<translation>Household</translation>
</message>
<message>
<source>诉求居民</source>
<translation>Resident concerned</translation>
</message>
<message>
<source>登记钟点</source>
<translation>Time of registration</translation>
</message>
<message>
<source>诉求性质</source>
<translation>Nature of appeal</translation>
</message>
<message>
<source>来源</source>
<translation>Source</translation>
</message>
<message>
<source>反映诉求事项</source>
<translation>Appeal raised</translation>
</message>
<message>
<source>诉求内容</source>
<translation>Appeal details</translation>
</message>
<message>
<source>诉求类别</source>
<translation>Appeal category</translation>
</message>
<message>
<source>一级分类</source>
<translation>Main category</translation>
</message>
<message>
<source>二级分类</source>
<translation>Subcategory</translation>
</message>
<message>
<source>反映人</source>
<translation>Reported by</translation>
</message>
<message>
<source>反映人电话</source>
<translation>Reporter's phone</translation>
</message>
<message>
<source>发生地点</source>
<translation>Place</translation>
</message>
<message>
<source>涉及人数</source>
<translation>People concerned</translation>
</message>
<message>
<source>办理层级</source>
<translation>Handling level</translation>
</message>
<message>
<source>办结方式</source>
<translation>Way of closing</translation>
</message>
<message>
<source>办理过程</source>
<translation>Handling process</translation>
</message>
<message>
<source>环节</source>
<translation>Step</translation>
</message>
<message>
<source>栋幢座号楼#</source>
<translation>栋幢座号楼#</translation>
</message>
<message>
<source>单元数</source>
<translation>Units</translation>
</message>
<message>
<source>层数</source>
<translation>Floors</translation>
</message>
<message>
<source>每层户数</source>
<translation>Doors per floor</translation>
</message>
<message>
<source>没有的门牌</source>
<translation>Doors that do not exist</translation>
</message>
<message>
<source>身份</source>
<translation>Role</translation>
</message>
<message>
<source>单位</source>
<translation>Organisation</translation>
</message>
<message>
<source>职务</source>
<translation>Post</translation>
</message>
<message>
<source>任期</source>
<translation>Term</translation>
</message>
<message>
<source>负责范围</source>
<translation>Area of responsibility</translation>
</message>
<message>
<source>分不清是 1 月还是 10 月</source>
<translation>January or October, not clear which</translation>
</message>
<message>
<source>%1年%2</source>
<translation>%2 %1</translation>
</message>
<message>
<source>没有年份</source>
<translation>no year</translation>
</message>
<message>
<source>写了两个日期</source>
<translation>two dates are given</translation>
</message>
<message>
<source>看不懂“%1”</source>
<translation>"%1" is not understood</translation>
</message>
<message>
<source>没有 %1 月</source>
<translation>there is no month %1</translation>
</message>
<message>
<source>%1 月没有 %2 日</source>
<translation>month %1 has no day %2</translation>
</message>
<message>
<source>年份 %1 不对</source>
<translation>the year %1 is wrong</translation>
</message>
<message>
<source>%1 年 2 月没有 29 日</source>
<translation>February %1 has no day 29</translation>
</message>
<message>
<source>没有年份和月份</source>
<translation>no year and month</translation>
</message>
<message>
<source>没有月份</source>
<translation>no month</translation>
</message>
<message>
<source>%1里没有 %2 日</source>
<translation>%1 has no day %2</translation>
</message>
<message>
<source>像是普通数字</source>
<translation>looks like a plain number</translation>
</message>
<message>
<source>年份要写四位</source>
<translation>write the year with four digits</translation>
</message>
<message>
<source>没有日</source>
<translation>no day</translation>
</message>
<message>
<source>没有月和日</source>
<translation>no month and day</translation>
</message>
<message>
<source>住址</source>
<translation>Address</translation>
</message>
<message>
<source>单元</source>
<translation>Unit</translation>
</message>
<message>
<source>楼层</source>
<translation>Floor</translation>
</message>
<message>
<source>房号</source>
<translation>Room</translation>
</message>
<message>
<source>其他地址</source>
<translation>Other address</translation>
</message>
<message>
<source>户号</source>
<translation>Household number</translation>
</message>
<message>
<source>房屋性质</source>
<translation>Kind of housing</translation>
</message>
<message>
<source>租期至</source>
<translation>Lease until</translation>
</message>
<message>
<source>里的出生日期不存在</source>
<translation>contains a birth date that does not exist</translation>
</message>
<message>
<source>男</source>
<translation>Male</translation>
</message>
<message>
<source>的校验码对不上，可能抄错了一位</source>
<translation>has a check digit that does not match; one digit may be miscopied</translation>
</message>
<message>
<source>是遮掩过的号码，认不出原来的号码</source>
<translation>is a masked number and the original cannot be told from it</translation>
</message>
<message>
<source>不是身份证号</source>
<translation>is not an ID number</translation>
</message>
<message>
<source>是 %1 位，少 %2 位</source>
<translation>has %1 characters, %2 too few</translation>
</message>
<message>
<source>是 %1 位，多 %2 位</source>
<translation>has %1 characters, %2 too many</translation>
</message>
<message>
<source>的 X 只能在最后一位</source>
<translation>may have an X only at the end</translation>
</message>
<message>
<source>周要写成 2026-W47 的样子</source>
<translation>write the week like 2026-W47</translation>
</message>
<message>
<source>没有第 %1 周</source>
<translation>there is no week %1</translation>
</message>
<message>
<source>月份要写成 2026-11 的样子</source>
<translation>write the month like 2026-11</translation>
</message>
<message>
<source>转%1</source>
<translation> ext. %1</translation>
</message>
<message>
<source>里有文字“%1”，文字请写到备注</source>
<translation>contains the words "%1"; put words in the remarks</translation>
</message>
<message>
<source>不是手机号的开头</source>
<translation>does not begin like a mobile number</translation>
</message>
<message>
<source>像是两个号码连在一起，请用分号隔开</source>
<translation>looks like two numbers run together; separate them with a semicolon</translation>
</message>
<message>
<source>少 %1 位</source>
<translation>is %1 digits short</translation>
</message>
<message>
<source>多 %1 位</source>
<translation>has %1 digits too many</translation>
</message>
<message>
<source>少了区号前面的 0</source>
<translation>lacks the 0 before the area code</translation>
</message>
<message>
<source>是 %1 位，位数不对</source>
<translation>has %1 digits, which is not right</translation>
</message>
<message>
<source>与户主关系</source>
<translation>Relation to head</translation>
</message>
<message>
<source>出生日期</source>
<translation>Date of birth</translation>
</message>
<message>
<source>曾用名</source>
<translation>Former name</translation>
</message>
<message>
<source>民族</source>
<translation>Ethnic group</translation>
</message>
<message>
<source>文化程度</source>
<translation>Education</translation>
</message>
<message>
<source>政治面貌</source>
<translation>Political status</translation>
</message>
<message>
<source>婚姻状况</source>
<translation>Marital status</translation>
</message>
<message>
<source>工作单位</source>
<translation>Employer</translation>
</message>
<message>
<source>职业</source>
<translation>Occupation</translation>
</message>
<message>
<source>健康状况</source>
<translation>Health</translation>
</message>
<message>
<source>户口类别</source>
<translation>Hukou type</translation>
</message>
<message>
<source>户籍地址</source>
<translation>Hukou address</translation>
</message>
<message>
<source>籍贯</source>
<translation>Ancestral home</translation>
</message>
<message>
<source>宗教信仰</source>
<translation>Religion</translation>
</message>
<message>
<source>血型</source>
<translation>Blood type</translation>
</message>
<message>
<source>居住状态</source>
<translation>Residence status</translation>
</message>
<message>
<source>搬离日期</source>
<translation>Moved away on</translation>
</message>
<message>
<source>死亡日期</source>
<translation>Died on</translation>
</message>
<message>
<source>表示%1，和性别“%2”不符</source>
<translation>says %1, which does not match the sex "%2"</translation>
</message>
<message>
<source>里的生日和出生日期不符</source>
<translation>contains a birthday that does not match the date of birth</translation>
</message>
<message>
<source>走访时间</source>
<translation>Visited at</translation>
</message>
<message>
<source>走访家庭</source>
<translation>Household visited</translation>
</message>
<message>
<source>走访日期</source>
<translation>Visit date</translation>
</message>
<message>
<source>走访钟点</source>
<translation>Visit time</translation>
</message>
<message>
<source>走访方式</source>
<translation>Way of visit</translation>
</message>
<message>
<source>走访目的</source>
<translation>Purpose of visit</translation>
</message>
<message>
<source>走访记录</source>
<translation>Visit notes</translation>
</message>
<message>
<source>下次走访日期</source>
<translation>Next visit on</translation>
</message>
<message>
<source>下次走访事由</source>
<translation>Reason for next visit</translation>
</message>
<message>
<source>未填</source>
<translation>Not filled in</translation>
</message>
<message>
<source>办结率 %1</source>
<translation>closing rate %1</translation>
</message>
<message>
<source>办结 %1 件%2</source>
<translation>%1 appeals closed%2</translation>
</message>
<message>
<source>走访 %1 次</source>
<translation>%1 visits</translation>
</message>
<message>
<source>见面 %1 户</source>
<translation>%1 households met</translation>
</message>
<message>
<source>共 %1 人</source>
<translation>%1 people in all</translation>
</message>
<message>
<source>%1 至 %2　%3　民情助理 %4　%5 制</source>
<translation>%1 to %2  %3  Community assistant %4  Made on %5</translation>
</message>
<message>
<source>%1走访与诉求统计</source>
<translation>%1 visit and appeal statistics</translation>
</message>
<message>
<source>统计_%1至%2.%3</source>
<translation>Statistics_%1_to_%2.%3</translation>
</message>
<message>
<source>矛盾纠纷</source>
<translation>Dispute</translation>
</message>
<message>
<source>意见建议</source>
<translation>Suggestion</translation>
</message>
<message>
<source>微心愿</source>
<translation>Small wish</translation>
</message>
<message>
<source>隐患</source>
<translation>Hazard</translation>
</message>
<message>
<source>求助</source>
<translation>Request for help</translation>
</message>
<message>
<source>来电</source>
<translation>Phone call</translation>
</message>
<message>
<source>议事会</source>
<translation>Residents' council</translation>
</message>
<message>
<source>扫码</source>
<translation>QR code</translation>
</message>
<message>
<source>网格群</source>
<translation>Grid chat group</translation>
</message>
<message>
<source>物业</source>
<translation>Property management</translation>
</message>
<message>
<source>上级交办</source>
<translation>Assigned from above</translation>
</message>
<message>
<source>中等</source>
<translation>Medium</translation>
</message>
<message>
<source>严重</source>
<translation>Serious</translation>
</message>
<message>
<source>困境儿童</source>
<translation>Child in difficulty</translation>
</message>
<message>
<source>优抚对象</source>
<translation>Entitled to special care</translation>
</message>
<message>
<source>慢性病</source>
<translation>Chronic illness</translation>
</message>
<message>
<source>精神障碍患者</source>
<translation>Mental disorder</translation>
</message>
<message>
<source>失独家庭</source>
<translation>Bereaved of only child</translation>
</message>
<message>
<source>戒毒康复</source>
<translation>Drug rehabilitation</translation>
</message>
<message>
<source>流动人口</source>
<translation>Migrant</translation>
</message>
<message>
<source>城乡建设</source>
<translation>Urban and rural development</translation>
</message>
<message>
<source>物业与小区管理</source>
<translation>Property and estate management</translation>
</message>
<message>
<source>市政设施</source>
<translation>Municipal facilities</translation>
</message>
<message>
<source>市容秩序</source>
<translation>Street order</translation>
</message>
<message>
<source>房屋质量与维修</source>
<translation>Building quality and repair</translation>
</message>
<message>
<source>住房保障</source>
<translation>Housing support</translation>
</message>
<message>
<source>征收补偿</source>
<translation>Expropriation and compensation</translation>
</message>
<message>
<source>违法建设</source>
<translation>Illegal construction</translation>
</message>
<message>
<source>工程施工</source>
<translation>Construction works</translation>
</message>
<message>
<source>党务政务</source>
<translation>Party and government affairs</translation>
</message>
<message>
<source>窗口服务</source>
<translation>Counter service</translation>
</message>
<message>
<source>政务公开</source>
<translation>Open government</translation>
</message>
<message>
<source>基层组织</source>
<translation>Grass-roots organisation</translation>
</message>
<message>
<source>干部作风</source>
<translation>Conduct of officials</translation>
</message>
<message>
<source>国土资源</source>
<translation>Land and resources</translation>
</message>
<message>
<source>土地权属</source>
<translation>Land rights</translation>
</message>
<message>
<source>宅基地</source>
<translation>Homestead land</translation>
</message>
<message>
<source>矿产与林地</source>
<translation>Minerals and woodland</translation>
</message>
<message>
<source>环境保护</source>
<translation>Environmental protection</translation>
</message>
<message>
<source>噪声</source>
<translation>Noise</translation>
</message>
<message>
<source>大气与油烟</source>
<translation>Air and cooking fumes</translation>
</message>
<message>
<source>水污染</source>
<translation>Water pollution</translation>
</message>
<message>
<source>垃圾与固废</source>
<translation>Rubbish and solid waste</translation>
</message>
<message>
<source>纪检监察</source>
<translation>Discipline inspection</translation>
</message>
<message>
<source>检举控告</source>
<translation>Reports and accusations</translation>
</message>
<message>
<source>申诉</source>
<translation>Petition for review</translation>
</message>
<message>
<source>交通运输</source>
<translation>Transport</translation>
</message>
<message>
<source>道路通行</source>
<translation>Road traffic</translation>
</message>
<message>
<source>停车管理</source>
<translation>Parking management</translation>
</message>
<message>
<source>公共交通</source>
<translation>Public transport</translation>
</message>
<message>
<source>经济管理</source>
<translation>Economic management</translation>
</message>
<message>
<source>供电</source>
<translation>Electricity supply</translation>
</message>
<message>
<source>供水供气</source>
<translation>Water and gas supply</translation>
</message>
<message>
<source>价格收费</source>
<translation>Prices and charges</translation>
</message>
<message>
<source>市场经营</source>
<translation>Market trading</translation>
</message>
<message>
<source>金融</source>
<translation>Finance</translation>
</message>
<message>
<source>科技与信息产业</source>
<translation>Technology and information industry</translation>
</message>
<message>
<source>通信网络</source>
<translation>Communication networks</translation>
</message>
<message>
<source>快递与邮政</source>
<translation>Courier and post</translation>
</message>
<message>
<source>民政</source>
<translation>Civil affairs</translation>
</message>
<message>
<source>社会救助</source>
<translation>Social assistance</translation>
</message>
<message>
<source>养老服务</source>
<translation>Elderly care services</translation>
</message>
<message>
<source>残疾人服务</source>
<translation>Services for disabled people</translation>
</message>
<message>
<source>儿童关爱</source>
<translation>Child care and protection</translation>
</message>
<message>
<source>基层选举和社区建设</source>
<translation>Grass-roots elections and community building</translation>
</message>
<message>
<source>优抚安置</source>
<translation>Veterans' support and placement</translation>
</message>
<message>
<source>农村农业</source>
<translation>Rural areas and farming</translation>
</message>
<message>
<source>村务管理</source>
<translation>Village affairs</translation>
</message>
<message>
<source>土地承包</source>
<translation>Land contracts</translation>
</message>
<message>
<source>惠农补贴</source>
<translation>Farming subsidies</translation>
</message>
<message>
<source>商贸旅游</source>
<translation>Commerce and tourism</translation>
</message>
<message>
<source>消费维权</source>
<translation>Consumer rights</translation>
</message>
<message>
<source>食品药品</source>
<translation>Food and medicine</translation>
</message>
<message>
<source>旅游服务</source>
<translation>Tourism services</translation>
</message>
<message>
<source>卫生计生</source>
<translation>Health and family planning</translation>
</message>
<message>
<source>医疗服务</source>
<translation>Medical services</translation>
</message>
<message>
<source>医疗保障</source>
<translation>Medical insurance</translation>
</message>
<message>
<source>生育服务</source>
<translation>Maternity services</translation>
</message>
<message>
<source>病媒与防疫</source>
<translation>Pests and epidemic prevention</translation>
</message>
<message>
<source>政法</source>
<translation>Law and order</translation>
</message>
<message>
<source>社会治安</source>
<translation>Public security</translation>
</message>
<message>
<source>邻里与家庭纠纷</source>
<translation>Neighbour and family disputes</translation>
</message>
<message>
<source>户籍证件</source>
<translation>Household registration and ID papers</translation>
</message>
<message>
<source>养犬管理</source>
<translation>Dog keeping</translation>
</message>
<message>
<source>法律服务</source>
<translation>Legal services</translation>
</message>
<message>
<source>教育文体</source>
<translation>Education, culture and sport</translation>
</message>
<message>
<source>入学</source>
<translation>School admission</translation>
</message>
<message>
<source>校外托管</source>
<translation>After-school care</translation>
</message>
<message>
<source>文体活动</source>
<translation>Culture and sport activities</translation>
</message>
<message>
<source>劳动和社会保障</source>
<translation>Labour and social security</translation>
</message>
<message>
<source>就业</source>
<translation>Employment</translation>
</message>
<message>
<source>工资与劳动关系</source>
<translation>Wages and labour relations</translation>
</message>
<message>
<source>社会保险</source>
<translation>Social insurance</translation>
</message>
<message>
<source>停车</source>
<translation>Parking</translation>
</message>
<message>
<source>飞线充电</source>
<translation>Unsafe charging</translation>
</message>
<message>
<source>高空抛物</source>
<translation>Thrown objects</translation>
</message>
<message>
<source>油烟</source>
<translation>Cooking fumes</translation>
</message>
<message>
<source>楼道堆物</source>
<translation>Stairway clutter</translation>
</message>
<message>
<source>物业收费</source>
<translation>Property fees</translation>
</message>
<message>
<source>物业服务</source>
<translation>Property services</translation>
</message>
<message>
<source>路面积水</source>
<translation>Standing water</translation>
</message>
<message>
<source>邻里矛盾</source>
<translation>Neighbour dispute</translation>
</message>
<message>
<source>家庭纠纷</source>
<translation>Family dispute</translation>
</message>
<message>
<source>管道</source>
<translation>Pipes</translation>
</message>
<message>
<source>照明</source>
<translation>Lighting</translation>
</message>
<message>
<source>房屋维修</source>
<translation>House repair</translation>
</message>
<message>
<source>环境卫生</source>
<translation>Cleanliness</translation>
</message>
<message>
<source>违章搭建</source>
<translation>Illegal extension</translation>
</message>
<message>
<source>无障碍</source>
<translation>Step-free access</translation>
</message>
<message>
<source>为老服务</source>
<translation>Services for the elderly</translation>
</message>
<message>
<source>困难救助</source>
<translation>Hardship assistance</translation>
</message>
<message>
<source>门禁</source>
<translation>Entrance control</translation>
</message>
<message>
<source>电梯</source>
<translation>Lift</translation>
</message>
<message>
<source>消防</source>
<translation>Fire safety</translation>
</message>
<message>
<source>宠物</source>
<translation>Pets</translation>
</message>
<message>
<source>绿化</source>
<translation>Greenery</translation>
</message>
<message>
<source>供水供电</source>
<translation>Water and electricity</translation>
</message>
<message>
<source>燃气</source>
<translation>Gas</translation>
</message>
<message>
<source>施工扰民</source>
<translation>Construction nuisance</translation>
</message>
<message>
<source>出租房管理</source>
<translation>Rental management</translation>
</message>
<message>
<source>社保医保</source>
<translation>Social and medical insurance</translation>
</message>
<message>
<source>欠薪</source>
<translation>Unpaid wages</translation>
</message>
<message>
<source>入学托管</source>
<translation>School and child care</translation>
</message>
<message>
<source>实质性</source>
<translation>Substantive</translation>
</message>
<message>
<source>程序性</source>
<translation>Procedural</translation>
</message>
<message>
<source>阶段性</source>
<translation>Interim</translation>
</message>
<message>
<source>专家</source>
<translation>Expert</translation>
</message>
<message>
<source>研究生</source>
<translation>Postgraduate</translation>
</message>
<message>
<source>大学本科</source>
<translation>University degree</translation>
</message>
<message>
<source>大学专科</source>
<translation>Junior college</translation>
</message>
<message>
<source>中专</source>
<translation>Secondary vocational</translation>
</message>
<message>
<source>高中</source>
<translation>Senior high school</translation>
</message>
<message>
<source>初中</source>
<translation>Junior high school</translation>
</message>
<message>
<source>小学</source>
<translation>Primary school</translation>
</message>
<message>
<source>文盲或半文盲</source>
<translation>Illiterate or semi-literate</translation>
</message>
<message>
<source>学龄前</source>
<translation>Preschool</translation>
</message>
<message>
<source>汉族</source>
<translation>Han</translation>
</message>
<message>
<source>蒙古族</source>
<translation>Mongol</translation>
</message>
<message>
<source>回族</source>
<translation>Hui</translation>
</message>
<message>
<source>藏族</source>
<translation>Tibetan</translation>
</message>
<message>
<source>维吾尔族</source>
<translation>Uyghur</translation>
</message>
<message>
<source>苗族</source>
<translation>Miao</translation>
</message>
<message>
<source>彝族</source>
<translation>Yi</translation>
</message>
<message>
<source>壮族</source>
<translation>Zhuang</translation>
</message>
<message>
<source>布依族</source>
<translation>Buyei</translation>
</message>
<message>
<source>朝鲜族</source>
<translation>Korean</translation>
</message>
<message>
<source>满族</source>
<translation>Manchu</translation>
</message>
<message>
<source>侗族</source>
<translation>Dong</translation>
</message>
<message>
<source>瑶族</source>
<translation>Yao</translation>
</message>
<message>
<source>白族</source>
<translation>Bai</translation>
</message>
<message>
<source>土家族</source>
<translation>Tujia</translation>
</message>
<message>
<source>哈尼族</source>
<translation>Hani</translation>
</message>
<message>
<source>哈萨克族</source>
<translation>Kazakh</translation>
</message>
<message>
<source>傣族</source>
<translation>Dai</translation>
</message>
<message>
<source>黎族</source>
<translation>Li</translation>
</message>
<message>
<source>傈僳族</source>
<translation>Lisu</translation>
</message>
<message>
<source>佤族</source>
<translation>Va</translation>
</message>
<message>
<source>畲族</source>
<translation>She</translation>
</message>
<message>
<source>高山族</source>
<translation>Gaoshan</translation>
</message>
<message>
<source>拉祜族</source>
<translation>Lahu</translation>
</message>
<message>
<source>水族</source>
<translation>Sui</translation>
</message>
<message>
<source>东乡族</source>
<translation>Dongxiang</translation>
</message>
<message>
<source>纳西族</source>
<translation>Naxi</translation>
</message>
<message>
<source>景颇族</source>
<translation>Jingpo</translation>
</message>
<message>
<source>柯尔克孜族</source>
<translation>Kyrgyz</translation>
</message>
<message>
<source>土族</source>
<translation>Tu</translation>
</message>
<message>
<source>达斡尔族</source>
<translation>Daur</translation>
</message>
<message>
<source>仫佬族</source>
<translation>Mulao</translation>
</message>
<message>
<source>羌族</source>
<translation>Qiang</translation>
</message>
<message>
<source>布朗族</source>
<translation>Blang</translation>
</message>
<message>
<source>撒拉族</source>
<translation>Salar</translation>
</message>
<message>
<source>毛南族</source>
<translation>Maonan</translation>
</message>
<message>
<source>仡佬族</source>
<translation>Gelao</translation>
</message>
<message>
<source>锡伯族</source>
<translation>Xibe</translation>
</message>
<message>
<source>阿昌族</source>
<translation>Achang</translation>
</message>
<message>
<source>普米族</source>
<translation>Pumi</translation>
</message>
<message>
<source>塔吉克族</source>
<translation>Tajik</translation>
</message>
<message>
<source>怒族</source>
<translation>Nu</translation>
</message>
<message>
<source>乌孜别克族</source>
<translation>Uzbek</translation>
</message>
<message>
<source>俄罗斯族</source>
<translation>Russian</translation>
</message>
<message>
<source>鄂温克族</source>
<translation>Ewenki</translation>
</message>
<message>
<source>德昂族</source>
<translation>De'ang</translation>
</message>
<message>
<source>保安族</source>
<translation>Bonan</translation>
</message>
<message>
<source>裕固族</source>
<translation>Yugur</translation>
</message>
<message>
<source>京族</source>
<translation>Gin</translation>
</message>
<message>
<source>塔塔尔族</source>
<translation>Tatar</translation>
</message>
<message>
<source>独龙族</source>
<translation>Derung</translation>
</message>
<message>
<source>鄂伦春族</source>
<translation>Oroqen</translation>
</message>
<message>
<source>赫哲族</source>
<translation>Hezhen</translation>
</message>
<message>
<source>门巴族</source>
<translation>Monba</translation>
</message>
<message>
<source>珞巴族</source>
<translation>Lhoba</translation>
</message>
<message>
<source>基诺族</source>
<translation>Jino</translation>
</message>
<message>
<source>外国血统中国籍人士</source>
<translation>Chinese national of foreign descent</translation>
</message>
<message>
<source>普通户</source>
<translation>Ordinary household</translation>
</message>
<message>
<source>独居户</source>
<translation>Single-person household</translation>
</message>
<message>
<source>空巢户</source>
<translation>Empty-nest household</translation>
</message>
<message>
<source>租住户</source>
<translation>Renting household</translation>
</message>
<message>
<source>低保户</source>
<translation>Minimum-income household</translation>
</message>
<message>
<source>低保边缘户</source>
<translation>Near-minimum-income household</translation>
</message>
<message>
<source>特困户</source>
<translation>Extreme-poverty household</translation>
</message>
<message>
<source>残疾户</source>
<translation>Household with a disabled member</translation>
</message>
<message>
<source>留守户</source>
<translation>Left-behind household</translation>
</message>
<message>
<source>单亲家庭</source>
<translation>Single-parent family</translation>
</message>
<message>
<source>军属户</source>
<translation>Military family</translation>
</message>
<message>
<source>党员户</source>
<translation>Party-member household</translation>
</message>
<message>
<source>健康或良好</source>
<translation>Healthy or good</translation>
</message>
<message>
<source>一般或较弱</source>
<translation>Fair or weak</translation>
</message>
<message>
<source>有慢性病</source>
<translation>Chronically ill</translation>
</message>
<message>
<source>残疾</source>
<translation>Disabled</translation>
</message>
<message>
<source>自住</source>
<translation>Owner-occupied</translation>
</message>
<message>
<source>集体</source>
<translation>Collective</translation>
</message>
<message>
<source>商铺</source>
<translation>Shop</translation>
</message>
<message>
<source>非农业家庭户口</source>
<translation>Non-agricultural family hukou</translation>
</message>
<message>
<source>农业家庭户口</source>
<translation>Agricultural family hukou</translation>
</message>
<message>
<source>非农业集体户口</source>
<translation>Non-agricultural collective hukou</translation>
</message>
<message>
<source>农业集体户口</source>
<translation>Agricultural collective hukou</translation>
</message>
<message>
<source>未落常住户口</source>
<translation>No permanent hukou</translation>
</message>
<message>
<source>自理口粮户口</source>
<translation>Self-supplied grain hukou</translation>
</message>
<message>
<source>寄住户口</source>
<translation>Lodging hukou</translation>
</message>
<message>
<source>暂住户口</source>
<translation>Temporary hukou</translation>
</message>
<message>
<source>居民户口</source>
<translation>Resident hukou</translation>
</message>
<message>
<source>未婚</source>
<translation>Single</translation>
</message>
<message>
<source>已婚</source>
<translation>Married</translation>
</message>
<message>
<source>丧偶</source>
<translation>Widowed</translation>
</message>
<message>
<source>离婚</source>
<translation>Divorced</translation>
</message>
<message>
<source>未说明</source>
<translation>Not stated</translation>
</message>
<message>
<source>用电用气安全</source>
<translation>Electricity and gas safety</translation>
</message>
<message>
<source>飞线充电整治</source>
<translation>Clearing unsafe charging</translation>
</message>
<message>
<source>文明养犬</source>
<translation>Responsible dog keeping</translation>
</message>
<message>
<source>征兵</source>
<translation>Conscription</translation>
</message>
<message>
<source>物业与维修基金</source>
<translation>Property management and repair fund</translation>
</message>
<message>
<source>加装电梯</source>
<translation>Adding a lift</translation>
</message>
<message>
<source>禁毒</source>
<translation>Drug prevention</translation>
</message>
<message>
<source>普法</source>
<translation>Legal education</translation>
</message>
<message>
<source>中共党员</source>
<translation>CPC member</translation>
</message>
<message>
<source>中共预备党员</source>
<translation>Probationary CPC member</translation>
</message>
<message>
<source>共青团员</source>
<translation>Communist Youth League member</translation>
</message>
<message>
<source>民革党员</source>
<translation>Revolutionary Committee of the Kuomintang member</translation>
</message>
<message>
<source>民盟盟员</source>
<translation>China Democratic League member</translation>
</message>
<message>
<source>民建会员</source>
<translation>Democratic National Construction Association member</translation>
</message>
<message>
<source>民进会员</source>
<translation>Association for Promoting Democracy member</translation>
</message>
<message>
<source>农工党党员</source>
<translation>Peasants' and Workers' Democratic Party member</translation>
</message>
<message>
<source>致公党党员</source>
<translation>Zhi Gong Party member</translation>
</message>
<message>
<source>九三学社社员</source>
<translation>Jiusan Society member</translation>
</message>
<message>
<source>台盟盟员</source>
<translation>Taiwan Democratic Self-Government League member</translation>
</message>
<message>
<source>无党派人士</source>
<translation>Independent public figure</translation>
</message>
<message>
<source>群众</source>
<translation>No party</translation>
</message>
<message>
<source>本人</source>
<translation>Self</translation>
</message>
<message>
<source>小集体户户主</source>
<translation>Head of a small collective household</translation>
</message>
<message>
<source>配偶</source>
<translation>Spouse</translation>
</message>
<message>
<source>夫</source>
<translation>Husband</translation>
</message>
<message>
<source>妻</source>
<translation>Wife</translation>
</message>
<message>
<source>子</source>
<translation>Son</translation>
</message>
<message>
<source>独生子</source>
<translation>Only son</translation>
</message>
<message>
<source>长子</source>
<translation>Eldest son</translation>
</message>
<message>
<source>次子</source>
<translation>Second son</translation>
</message>
<message>
<source>三子</source>
<translation>Third son</translation>
</message>
<message>
<source>四子</source>
<translation>Fourth son</translation>
</message>
<message>
<source>五子</source>
<translation>Fifth son</translation>
</message>
<message>
<source>养子或继子</source>
<translation>Adopted son or stepson</translation>
</message>
<message>
<source>女婿</source>
<translation>Son-in-law</translation>
</message>
<message>
<source>其他儿子</source>
<translation>Other son</translation>
</message>
<message>
<source>独生女</source>
<translation>Only daughter</translation>
</message>
<message>
<source>长女</source>
<translation>Eldest daughter</translation>
</message>
<message>
<source>次女</source>
<translation>Second daughter</translation>
</message>
<message>
<source>三女</source>
<translation>Third daughter</translation>
</message>
<message>
<source>四女</source>
<translation>Fourth daughter</translation>
</message>
<message>
<source>五女</source>
<translation>Fifth daughter</translation>
</message>
<message>
<source>养女或继女</source>
<translation>Adopted daughter or stepdaughter</translation>
</message>
<message>
<source>儿媳</source>
<translation>Daughter-in-law</translation>
</message>
<message>
<source>其他女儿</source>
<translation>Other daughter</translation>
</message>
<message>
<source>孙子、孙女或外孙子、外孙女</source>
<translation>Grandchild</translation>
</message>
<message>
<source>孙子</source>
<translation>Son's son</translation>
</message>
<message>
<source>孙女</source>
<translation>Son's daughter</translation>
</message>
<message>
<source>外孙子</source>
<translation>Daughter's son</translation>
</message>
<message>
<source>外孙女</source>
<translation>Daughter's daughter</translation>
</message>
<message>
<source>孙媳妇或外孙媳妇</source>
<translation>Grandson's wife</translation>
</message>
<message>
<source>孙女婿或外孙女婿</source>
<translation>Granddaughter's husband</translation>
</message>
<message>
<source>曾孙子或外曾孙子</source>
<translation>Great-grandson</translation>
</message>
<message>
<source>曾孙女或外曾孙女</source>
<translation>Great-granddaughter</translation>
</message>
<message>
<source>其他孙辈</source>
<translation>Other grandchild</translation>
</message>
<message>
<source>父母</source>
<translation>Parent</translation>
</message>
<message>
<source>父亲</source>
<translation>Father</translation>
</message>
<message>
<source>母亲</source>
<translation>Mother</translation>
</message>
<message>
<source>公公</source>
<translation>Husband's father</translation>
</message>
<message>
<source>婆婆</source>
<translation>Husband's mother</translation>
</message>
<message>
<source>岳父</source>
<translation>Wife's father</translation>
</message>
<message>
<source>岳母</source>
<translation>Wife's mother</translation>
</message>
<message>
<source>继父或养父</source>
<translation>Stepfather or adoptive father</translation>
</message>
<message>
<source>继母或养母</source>
<translation>Stepmother or adoptive mother</translation>
</message>
<message>
<source>其他父母关系</source>
<translation>Other parental relation</translation>
</message>
<message>
<source>祖父母或外祖父母</source>
<translation>Grandparent</translation>
</message>
<message>
<source>祖父</source>
<translation>Paternal grandfather</translation>
</message>
<message>
<source>祖母</source>
<translation>Paternal grandmother</translation>
</message>
<message>
<source>外祖父</source>
<translation>Maternal grandfather</translation>
</message>
<message>
<source>外祖母</source>
<translation>Maternal grandmother</translation>
</message>
<message>
<source>配偶的祖父母或外祖父母</source>
<translation>Spouse's grandparent</translation>
</message>
<message>
<source>曾祖父</source>
<translation>Great-grandfather</translation>
</message>
<message>
<source>曾祖母</source>
<translation>Great-grandmother</translation>
</message>
<message>
<source>配偶的曾祖父母或外曾祖父母</source>
<translation>Spouse's great-grandparent</translation>
</message>
<message>
<source>其他祖辈</source>
<translation>Other grandparental relation</translation>
</message>
<message>
<source>兄弟姐妹</source>
<translation>Brother or sister</translation>
</message>
<message>
<source>兄</source>
<translation>Elder brother</translation>
</message>
<message>
<source>嫂</source>
<translation>Elder brother's wife</translation>
</message>
<message>
<source>弟</source>
<translation>Younger brother</translation>
</message>
<message>
<source>弟媳</source>
<translation>Younger brother's wife</translation>
</message>
<message>
<source>姐姐</source>
<translation>Elder sister</translation>
</message>
<message>
<source>姐夫</source>
<translation>Elder sister's husband</translation>
</message>
<message>
<source>妹妹</source>
<translation>Younger sister</translation>
</message>
<message>
<source>妹夫</source>
<translation>Younger sister's husband</translation>
</message>
<message>
<source>其他兄弟姐妹</source>
<translation>Other brother or sister</translation>
</message>
<message>
<source>伯父</source>
<translation>Father's elder brother</translation>
</message>
<message>
<source>伯母</source>
<translation>Father's elder brother's wife</translation>
</message>
<message>
<source>叔父</source>
<translation>Father's younger brother</translation>
</message>
<message>
<source>婶母</source>
<translation>Father's younger brother's wife</translation>
</message>
<message>
<source>舅父</source>
<translation>Mother's brother</translation>
</message>
<message>
<source>舅母</source>
<translation>Mother's brother's wife</translation>
</message>
<message>
<source>姨父</source>
<translation>Mother's sister's husband</translation>
</message>
<message>
<source>姨母</source>
<translation>Mother's sister</translation>
</message>
<message>
<source>姑父</source>
<translation>Father's sister's husband</translation>
</message>
<message>
<source>姑母</source>
<translation>Father's sister</translation>
</message>
<message>
<source>堂兄弟、堂姐妹</source>
<translation>Cousin on the father's brother's side</translation>
</message>
<message>
<source>表兄弟、表姐妹</source>
<translation>Other cousin</translation>
</message>
<message>
<source>侄子</source>
<translation>Brother's son</translation>
</message>
<message>
<source>侄女</source>
<translation>Brother's daughter</translation>
</message>
<message>
<source>外甥</source>
<translation>Sister's son</translation>
</message>
<message>
<source>外甥女</source>
<translation>Sister's daughter</translation>
</message>
<message>
<source>其他亲属</source>
<translation>Other relative</translation>
</message>
<message>
<source>保姆</source>
<translation>Live-in helper</translation>
</message>
<message>
<source>非亲属</source>
<translation>Not related</translation>
</message>
<message>
<source>产权人</source>
<translation>Owner</translation>
</message>
<message>
<source>承租人</source>
<translation>Tenant named in the lease</translation>
</message>
<message>
<source>合租人</source>
<translation>Co-tenant</translation>
</message>
<message>
<source>人户同在</source>
<translation>Registered, lives here</translation>
</message>
<message>
<source>户在人不在</source>
<translation>Registered, lives elsewhere</translation>
</message>
<message>
<source>人在户不在</source>
<translation>Lives here, registered elsewhere</translation>
</message>
<message>
<source>人户均不在</source>
<translation>Neither registered nor living here</translation>
</message>
<message>
<source>外出</source>
<translation>Away</translation>
</message>
<message>
<source>已搬离</source>
<translation>Moved away</translation>
</message>
<message>
<source>去世</source>
<translation>Deceased</translation>
</message>
<message>
<source>不满意</source>
<translation>Not satisfied</translation>
</message>
<message>
<source>微信</source>
<translation>WeChat</translation>
</message>
<message>
<source>接待</source>
<translation>Reception</translation>
</message>
<message>
<source>楼宇视频</source>
<translation>Building video</translation>
</message>
<message>
<source>居民诉求登记表</source>
<translation>Appeal register</translation>
</message>
<message>
<source>诉求人姓名</source>
<translation>Raised by</translation>
</message>
<message>
<source>居住地址</source>
<translation>Home address</translation>
</message>
<message>
<source>诉求类型</source>
<translation>Kind of appeal</translation>
</message>
<message>
<source>受理人</source>
<translation>Accepted by</translation>
</message>
<message>
<source>处理结果</source>
<translation>Result of handling</translation>
</message>
<message>
<source>居民信息表</source>
<translation>Resident list</translation>
</message>
<message>
<source>走访台账</source>
<translation>Visit register</translation>
</message>
<message>
<source>%1往来记录</source>
<translation type="vanished">%1 history</translation>
</message>
<message>
<source>%1覆盖</source>
<translation type="vanished">%1 coverage</translation>
</message>
<message>
<source>/ %1 户</source>
<translation type="vanished">/ %1 households</translation>
</message>
<message>
<source>个月</source>
<translation type="vanished">months</translation>
</message>
<message>
<source>位</source>
<translation type="vanished">person</translation>
</message>
<message>
<source>其间</source>
<translation type="vanished">Since then</translation>
</message>
<message>
<source>在左边的表里选一件。</source>
<translation type="vanished">Choose one in the table on the left.</translation>
</message>
<message>
<source>在左边的表里选一条。</source>
<translation type="vanished">Select one in the table on the left.</translation>
</message>
<message>
<source>就是这一%1</source>
<translation type="vanished">It is this one (%1)</translation>
</message>
<message>
<source>就是这一件</source>
<translation type="vanished">This appeal</translation>
</message>
<message>
<source>就是这一栋</source>
<translation type="vanished">This building</translation>
</message>
<message>
<source>就是这一次</source>
<translation type="vanished">This visit</translation>
</message>
<message>
<source>已记</source>
<translation type="vanished">Recorded</translation>
</message>
<message>
<source>新增为另一%1</source>
<translation type="vanished">Add as another %1</translation>
</message>
<message>
<source>新增为另一件</source>
<translation type="vanished">Add another appeal</translation>
</message>
<message>
<source>新增为另一栋</source>
<translation type="vanished">Add another building</translation>
</message>
<message>
<source>新增为另一次</source>
<translation type="vanished">Add another visit</translation>
</message>
<message>
<source>有 %1 件已不在账本里，从这里去掉了</source>
<translation type="vanished">%1 are no longer in the book and were taken off this list</translation>
</message>
<message>
<source>有未结诉求</source>
<translation type="vanished">With open appeals</translation>
</message>
<message>
<source>条</source>
<translation type="vanished">record</translation>
</message>
<message>
<source>没有找到“%1”。可以换成拼音首字母，如 flx，再试。</source>
<translation type="vanished">“%1” was not found. Try pinyin initials such as flx.</translation>
</message>
<message>
<source>没有选中诉求</source>
<translation type="vanished">No appeal selected</translation>
</message>
<message>
<source>没有选中走访</source>
<translation type="vanished">No visit selected</translation>
</message>
<message>
<source>甲乙丙丁戊己庚辛壬癸</source>
<translation type="vanished">ABCDEFGHIJ</translation>
</message>
<message>
<source>走访 %1 次、诉求 %2 件</source>
<translation type="vanished">%1 visits, %2 appeals</translation>
</message>
<message>
<source>近 %1 %2</source>
<translation type="vanished">Last %1 %2</translation>
</message>
<message>
<source>（%1月%2日）</source>
<translation type="vanished">(%2/%1)</translation>
</message>
<message>
<source>（已删除）</source>
<translation type="vanished">(removed)</translation>
</message>
</context>
</TS>
