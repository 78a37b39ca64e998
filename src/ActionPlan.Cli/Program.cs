Console.WriteLine("actionplan");
