"""Words that names are made of: common in Java, put together by chance, belonging to nobody."""


def words(text: str) -> tuple[str, ...]:
    """Cut a text at its blanks."""
    return tuple(text.split())


MEN = words(
    """
    Abdul Achmad Aditya Agus Ahmad Aji Akhmad Amin Andi Andri Anggit Anton Ari Arif Arifin Aris
    Bagas Bagus Bambang Bayu Budi Cahyo Catur Dani Darmawan Dedi Dimas Dwi Edi Eko Fajar Faisal
    Fandi Febri Galih Gilang Hadi Hari Hendra Heri Heru Ikhsan Imam Indra Irfan Iwan Joko Jumadi
    Khoirul Kukuh Lukman Makhrus Miftah Muhamad Mukhlis Mustofa Nanang Nur Panji Priyo Puji Rahmat
    Rangga Ratno Restu Ridwan Rizki Rohmat Rudi Sapto Sigit Slamet Soni Sugeng Sulis Surya Taufik
    Teguh Tono Tri Untung Wahyu Wawan Wisnu Yoga Yudi Yusuf Zaenal Zulfikar Ma'ruf Mas'ud
    """
)
WOMEN = words(
    """
    Aisyah Alfi Amalia Anis Anita Ariyani Asih Atika Ayu Bekti Citra Desi Dewi Diah Dian Dina
    Dwi Eka Elok Endah Eni Erna Esti Eti Fatimah Febri Fitri Galuh Hana Hani Heni Ida Ika Indah
    Intan Ira Isti Jumiati Khasanah Kiki Laila Lia Lilis Linda Lina Lutfiah Maya Mega Mita Mutia
    Nani Nia Nina Ning Novi Nunung Nur Nurul Peni Puji Putri Rani Ratih Ratna Reni Retno Riana
    Rina Rini Riska Rohmah Sari Septi Sinta Siti Sri Suci Sulis Tika Titik Tri Tuti Ulfa Umi Vera
    Vina Wahyu Wiwit Wiji Yani Yuli Yuni Zahra Nur'aini Sa'diyah Mu'minah
    """
)
MEN_LAST = words(
    """
    Adinata Anggoro Ardiansyah Basuki Budiman Cahyono Efendi Fauzi Firmansyah Gunawan Hakim
    Handoko Hartono Haryanto Hermawan Hidayat Ismanto Jatmiko Kuncoro Kurniawan Kusnanto Mahendra
    Maulana Mubarok Mulyadi Mulyono Nugroho Nurcahyo Pamungkas Pradana Pramono Prasetyo
    Pratama Priyanto Purnomo Purwanto Raharjo Ramadhan Riyadi Riyanto Romadhon Saifudin Santoso
    Saputra Setiawan Setyawan Sucipto Sugiarto Sulistyo Supriyadi Susanto Susilo Sutrisno Syaifuloh
    Triyono Utomo Wahyudi Waluyo Wibowo Wicaksono Widianto Wijaya Winarno Yulianto Zakaria Asy'ari
    Rifa'i Syafi'i Al-Amin Al-Faruq
    """
)
WOMEN_LAST = words(
    """
    Agustina Andriani Anggraeni Apriliani Ardiyanti Astuti Aulia Azizah Budiarti Cahyani Damayanti
    Dwiyanti Fadhilah Fatmawati Febriani Fitriani Handayani Hapsari Haryati Hasanah Hastuti
    Herawati Hidayati Indriani Isnaeni Istiqomah Julianti Khotimah Kurniasih Kusumawati Lestari
    Maesaroh Maharani Mardiyah Maryani Mufidah Mulyati Ningrum Ningsih Nurjanah Oktaviani
    Pangestuti Permatasari Pertiwi Prihatin Purwanti Puspitasari Rahayu Rahmawati Ramadhani Rofiah
    Safitri Septiani Setyaningsih Setyowati Solikhah Sulistyowati Supriyati Suryani Susanti
    Susilowati Utami Wahyuningsih Widiastuti Widyawati Wijayanti Wulandari Yuliana Zulaikha
    Rif'ah Ni'mah Al-Husna
    """
)
MEN_ALONE = words(
    """
    Daryono Darsono Haryono Jumeno Karsono Kasiman Kusnadi Misno Mugiyono Ngadiman Ngatiman Parjo
    Rasiman Rusmanto Sadiman Sakirun Samingun Sarwono Sisworo Sudarno Sugito Sukirman Sumarno
    Suparno Supardi Suratno Sutarno Sutikno Suwarno Tarsono Tukiman Wagiman Warsito Wasis Yatiman
    """
)
WOMEN_ALONE = words(
    """
    Daryati Darwati Jumirah Kasinem Kusmiyati Misriyah Mugiyati Ngatiyem Parsini Rasiyem
    Rusmini Sarinah Sarwi Sudarti Sukinah Sulastri Sumarni Sumiyati Suparti Suratmi Sutarmi Sutinah
    Suwarti Tarsiyah Tukiyem Turyati Wagiyem Warsiti Wasilah Yatinah
    """
)
MEN_INITIALS = ("M.", "Moh.", "A.")
WOMEN_INITIALS = ("S.", "N.", "R.")

BACHELOR = ("S.Pd.", "S.Pd.", "S.E.", "S.H.", "S.Kom.", "S.Sos.", "S.T.", "S.Pd.I.", "S.I.P.")
MASTER = ("M.M.", "M.Pd.", "M.Si.", "M.H.")

BIRTHPLACES = words(
    """
    Purbalingga Purbalingga Purbalingga Purbalingga Purbalingga Purbalingga Purbalingga Purbalingga
    Banyumas Banjarnegara Cilacap Kebumen Pemalang Tegal Semarang Yogyakarta Jakarta Bandung
    """
)
HAMLETS = words(
    """
    Krajan Sawangan Karanganyar Kaligintung Pesanggrahan Gunungsari Sokawetan Kedungwringin Jambean
    Pagelaran Wanasari Sidadadi Kalipancur Randegan Penisihan Tegalsari Sidamukti Bulakan
    """
)
STREETS = words(
    "Melati Mawar Kenanga Cempaka Anggrek Flamboyan Merpati Kutilang Pahlawan Pemuda Raya"
)
