import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('roster', '0001_initial'), ('roster', '0002_contact'), ('roster', '0003_suiting')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organ',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='机构代码')),
                ('name', models.CharField(max_length=60, verbose_name='机构名称')),
                ('short_name', models.CharField(max_length=12, verbose_name='文号简称')),
                ('level', models.CharField(choices=[('county', '县（市、区）'), ('township', '乡镇（街道）')], max_length=10, verbose_name='层级')),
                ('address', models.CharField(blank=True, default='', max_length=100, verbose_name='接访地址')),
                ('window_url', models.CharField(blank=True, default='', max_length=120, verbose_name='举报窗口网址')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='subordinates', to='roster.organ', verbose_name='上级机构')),
            ],
            options={
                'verbose_name': '机构',
                'verbose_name_plural': '机构',
                'constraints': [models.UniqueConstraint(fields=('code',), name='roster_organ_coded_once', violation_error_message='这个机构代码已经使用。'), models.CheckConstraint(condition=models.Q(('short_name', ''), _negated=True), name='roster_organ_has_a_stem', violation_error_message='请填写文号简称，例如“青纪信”。')],
            },
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, verbose_name='片区名称')),
                ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='roster.organ', verbose_name='所属县级机构')),
            ],
            options={
                'verbose_name': '片区',
                'verbose_name_plural': '片区',
                'constraints': [models.UniqueConstraint(fields=('county', 'name'), name='roster_area_named_once', violation_error_message='同一县内已有同名片区。')],
            },
        ),
        migrations.CreateModel(
            name='Village',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, verbose_name='名称')),
                ('kind', models.CharField(choices=[('village', '村'), ('community', '社区')], default='village', max_length=10, verbose_name='类别')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='villages', to='roster.organ', verbose_name='所属机构')),
            ],
            options={
                'verbose_name': '村（社区）',
                'verbose_name_plural': '村（社区）',
                'constraints': [models.UniqueConstraint(fields=('organ', 'name'), name='roster_village_named_once', violation_error_message='同一乡镇（街道）内已有同名村（社区）。')],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='单位名称')),
                ('kind', models.CharField(choices=[('party_branch', '村（社区）党组织'), ('village_committee', '村（居）民委员会'), ('town_office', '镇内设机构'), ('station', '基层站所'), ('school', '学校'), ('clinic', '医疗机构'), ('enterprise', '集体（国有）企业'), ('county_office', '县直单位'), ('other', '其他单位')], max_length=20, verbose_name='单位类别')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='roster.organ', verbose_name='监督机构')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='units', to='roster.village', verbose_name='所在村（社区）')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'constraints': [models.UniqueConstraint(fields=('organ', 'name'), name='roster_unit_named_once', violation_error_message='同一机构内已有同名单位。')],
            },
        ),
        migrations.CreateModel(
            name='Cadre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, verbose_name='姓名')),
                ('post', models.CharField(max_length=60, verbose_name='职务')),
                ('level', models.CharField(choices=[('above_county', '市管及以上干部'), ('county', '县管干部'), ('township', '镇管干部'), ('village', '村（社区）干部'), ('staff', '一般工作人员')], max_length=15, verbose_name='管理层级')),
                ('party_member', models.BooleanField(default=False, verbose_name='中共党员')),
                ('is_active', models.BooleanField(default=True, verbose_name='在职')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cadres', to='roster.unit', verbose_name='单位')),
            ],
            options={
                'verbose_name': '干部',
                'verbose_name_plural': '干部',
                'indexes': [models.Index(fields=['name'], name='roster_cadre_by_name')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'name', 'post'), name='roster_cadre_listed_once', violation_error_message='该单位已有同名同职务的干部。')],
            },
        ),
        migrations.CreateModel(
            name='Department',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='部门名称')),
                ('field', models.CharField(choices=[('城乡建设', '城乡建设'), ('党务政务', '党务政务'), ('国土资源', '国土资源'), ('环境保护', '环境保护'), ('纪检监察', '纪检监察'), ('交通运输', '交通运输'), ('经济管理', '经济管理'), ('科技与信息产业', '科技与信息产业'), ('民政', '民政'), ('农村农业', '农村农业'), ('商贸旅游', '商贸旅游'), ('卫生计生', '卫生计生'), ('政法', '政法'), ('教育文体', '教育文体'), ('劳动和社会保障', '劳动和社会保障')], max_length=12, verbose_name='主管领域')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='departments', to='roster.organ', verbose_name='所属县级机构')),
            ],
            options={
                'verbose_name': '部门',
                'verbose_name_plural': '部门',
                'constraints': [models.UniqueConstraint(fields=('organ', 'name', 'field'), name='roster_department_listed_once', violation_error_message='这个部门的这一主管领域已经登记。')],
            },
        ),
        migrations.CreateModel(
            name='Staff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('username', models.CharField(max_length=30, verbose_name='登录名')),
                ('name', models.CharField(max_length=30, verbose_name='姓名')),
                ('is_active', models.BooleanField(default=True, verbose_name='在用')),
                ('cadre', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='roster.cadre', verbose_name='对应干部')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='roster.organ', verbose_name='所在机构')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='roster.unit', verbose_name='所在单位')),
            ],
            options={
                'verbose_name': '工作人员',
                'verbose_name_plural': '工作人员',
                'constraints': [models.UniqueConstraint(fields=('username',), name='roster_staff_named_once', violation_error_message='这个登录名已经使用。'), models.CheckConstraint(condition=models.Q(('username__regex', '^[a-z][a-z0-9_.-]{1,29}$')), name='roster_staff_username_is_plain', violation_error_message='登录名为2到30个字符，以小写字母开头，只含小写字母、数字和._-。')],
            },
        ),
        migrations.CreateModel(
            name='RoleGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('clerk', '接访员'), ('handler', '承办人'), ('chief', '纪委书记'), ('custodian', '身份保管人'), ('member', '会商成员'), ('auditor', '审计员'), ('admin', '管理员'), ('supervisor', '上级督办'), ('analyst', '统计员')], max_length=12, verbose_name='角色')),
                ('granted_on', models.DateField(verbose_name='授予日期')),
                ('revoked_on', models.DateField(blank=True, null=True, verbose_name='收回日期')),
                ('granted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants_given', to='roster.staff', verbose_name='授予人')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='roster.staff', verbose_name='工作人员')),
            ],
            options={
                'verbose_name': '角色授予',
                'verbose_name_plural': '角色授予',
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_on__isnull', True)), fields=('staff', 'role'), name='roster_role_held_once', violation_error_message='该工作人员已有这个角色。'), models.CheckConstraint(condition=models.Q(('granted_by__isnull', True), models.Q(('granted_by', models.F('staff')), _negated=True), _connector='OR'), name='roster_role_given_by_another', violation_error_message='任何人不得给自己授予角色，请由另一名管理员办理。'), models.CheckConstraint(condition=models.Q(('revoked_on__isnull', True), ('revoked_on__gte', models.F('granted_on')), _connector='OR'), name='roster_role_revoked_after_grant', violation_error_message='收回日期不得早于授予日期。')],
            },
        ),
        migrations.CreateModel(
            name='StaffSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('skill', models.CharField(choices=[('accounts', '查账'), ('works', '工程'), ('land', '土地'), ('subsidies', '惠民补贴'), ('records', '笔录'), ('data', '电子数据')], max_length=12, verbose_name='专长')),
                ('noted_on', models.DateField(verbose_name='登记日期')),
                ('dropped_on', models.DateField(blank=True, null=True, verbose_name='取消日期')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skills', to='roster.staff', verbose_name='工作人员')),
            ],
            options={
                'verbose_name': '专长',
                'verbose_name_plural': '专长',
                'constraints': [models.UniqueConstraint(condition=models.Q(('dropped_on__isnull', True)), fields=('staff', 'skill'), name='roster_skill_noted_once', violation_error_message='这一专长已经登记。'), models.CheckConstraint(condition=models.Q(('dropped_on__isnull', True), ('dropped_on__gte', models.F('noted_on')), _connector='OR'), name='roster_skill_dropped_after_noted', violation_error_message='取消日期不得早于登记日期。')],
            },
        ),
        migrations.CreateModel(
            name='FormerPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('declared_on', models.DateField(verbose_name='申报日期')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former_posts', to='roster.staff', verbose_name='工作人员')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former_staff', to='roster.unit', verbose_name='曾任职单位')),
            ],
            options={
                'verbose_name': '曾任职单位申报',
                'verbose_name_plural': '曾任职单位申报',
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('staff', 'unit'), name='roster_former_post_declared_once', violation_error_message='这个曾任职单位已经申报。'), models.CheckConstraint(condition=models.Q(('withdrawn_on__isnull', True), ('withdrawn_on__gte', models.F('declared_on')), _connector='OR'), name='roster_former_post_withdrawn_after', violation_error_message='撤销日期不得早于申报日期。')],
            },
        ),
        migrations.CreateModel(
            name='CalendarYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年份')),
                ('text', models.TextField(max_length=4000, verbose_name='放假和调休安排')),
                ('entered_on', models.DateField(verbose_name='录入日期')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calendar_years', to='roster.staff', verbose_name='录入人')),
            ],
            options={
                'verbose_name': '工作日年历',
                'verbose_name_plural': '工作日年历',
                'constraints': [models.UniqueConstraint(fields=('year',), name='roster_year_entered_once', violation_error_message='这一年的年历已经录入。'), models.CheckConstraint(condition=models.Q(('year__gte', 2000), ('year__lte', 2100)), name='roster_year_is_plausible', violation_error_message='年份应在 2000 到 2100 之间。')],
            },
        ),
        migrations.CreateModel(
            name='Kinship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('spouse', '配偶'), ('lineal', '直系血亲'), ('collateral', '三代以内旁系血亲'), ('in_law', '近姻亲'), ('other', '其他可能影响公正的关系')], max_length=12, verbose_name='关系')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('cadre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinships', to='roster.cadre', verbose_name='干部')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinships', to='roster.staff', verbose_name='工作人员')),
            ],
            options={
                'verbose_name': '近亲属申报',
                'verbose_name_plural': '近亲属申报',
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('staff', 'cadre'), name='roster_kinship_declared_once', violation_error_message='这一关系已经申报。')],
            },
        ),
        migrations.AddField(
            model_name='organ',
            name='area',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organs', to='roster.area', verbose_name='片区'),
        ),
        migrations.AddConstraint(
            model_name='organ',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('area__isnull', True), ('level', 'county'), ('parent__isnull', True)), models.Q(('level', 'township'), ('parent__isnull', False)), _connector='OR'), name='roster_organ_stands_in_the_tree', violation_error_message='乡镇（街道）纪委须写明上级机构；县级机构不填上级机构和片区。'),
        ),
    ]
